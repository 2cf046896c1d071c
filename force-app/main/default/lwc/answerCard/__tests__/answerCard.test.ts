import { gql, type GraphqlDocument } from "lightning/graphql";
import { mount, settled } from "support/lwcPage";
import { answer, NO_ACCESS, refreshed, refuse } from "support/lwcWire";
import AnswerCard from "../answerCard";

const QUERY = gql`
  query one($recordId: ID) {
    uiapi {
      query {
        Account(first: 1, where: { Id: { eq: $recordId } }) {
          edges {
            node {
              Id
            }
          }
        }
      }
    }
  }
`;

interface Answer {
  readonly rows: number;
}

/** The smallest card there can be; it tells the test who it is. */
class Card extends AnswerCard<Answer> {
  static last: Card;

  constructor() {
    super();
    Card.last = this;
  }

  get query(): GraphqlDocument {
    return QUERY;
  }

  get variables(): Readonly<Record<string, unknown>> {
    return { recordId: "001A" };
  }

  override get isHidden(): boolean {
    return this.answer?.rows === 0;
  }
}

async function card(): Promise<Card> {
  mount("c-card", Card);
  await settled();
  return Card.last;
}

const rows = (count: number): unknown => ({ uiapi: { query: { rows: count } } });

describe("a card that shows one answer", () => {
  it("is loading until the first answer is there", async () => {
    const one = await card();
    expect(one.state).toBe("loading");
    await answer(rows(1));
    expect([one.state, one.answer]).toEqual([null, { rows: 1 }]);
  });

  it("has no access where the answer hides its subject", async () => {
    const one = await card();
    await answer(rows(0));
    expect(one.state).toBe("no-access");
  });

  it.each([
    ["error", [{ message: "The server is down." }], ["The server is down."]],
    ["offline", [{ message: "Failed to fetch" }], []],
    ["no-access", NO_ACCESS, []],
  ])("says %s above the last answer, which it keeps, and forgets it with the next", async (state, faults, details) => {
    const one = await card();
    await answer(rows(1));
    await refuse(faults);
    expect([one.state, one.details, one.answer]).toEqual([state, details, { rows: 1 }]);
    await answer(rows(2));
    expect([one.state, one.details, one.answer]).toEqual([null, [], { rows: 2 }]);
  });

  it("reads itself anew on demand", async () => {
    const one = await card();
    await one.reload();
    await answer(rows(1));
    refreshed.mockClear();
    await one.reload();
    expect(refreshed).toHaveBeenCalledTimes(1);
  });
});
