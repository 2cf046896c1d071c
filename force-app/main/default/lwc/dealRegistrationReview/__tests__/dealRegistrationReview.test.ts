import { createElement } from "lwc";
import { graphql } from "lightning/graphql";
import { updateRecord } from "lightning/uiRecordApi";
import { rights } from "c/programRights";
import { deepAll, deepOne } from "support/lwcPage";
import DealRegistrationReview from "../dealRegistrationReview";

interface Config {
  readonly variables?: object;
}
const answers = graphql as unknown as {
  emit(data: unknown, filter: (config: Config) => boolean, refresh?: () => Promise<void>): void;
  emitErrors(errors: object[], filter: (config: Config) => boolean): void;
};
const isOwn = ({ variables }: Config): boolean => variables !== undefined && !("customer" in variables);
const text = (value: string | null): object => ({ value });

const answer = (settings: object = {}): object => ({
  uiapi: {
    query: {
      Deal_Registration__c: {
        edges: [
          {
            node: {
              Id: "a00000000000001AAA",
              Name: text("DR-000001"),
              Status__c: { value: "Submitted", label: "Submitted" },
              Customer_Name__c: text("Acme"),
              Customer_Domain__c: text(null),
              Products__c: text("Flex;Segment"),
              Estimated_eARR__c: { displayValue: null },
              Submitted_At__c: text("2023-12-14T18:00:00.000Z"),
              Submitted_By__c: text("005000000000009AAA"),
              Submitted_By__r: { Name: text("Ann") },
              Hours_Since_Submission__c: { value: 1 },
              Expires_Date__c: text(null),
              Decided_At__c: text(null),
              Decided_By__r: null,
              Decision_Reason__c: text(null),
              Is_Late_Claim_Approved__c: { value: false },
              Partner__r: { Id: "p1", Name: text("Beta"), Partner_Tier__c: text("Silver") },
              Opportunity__r: null,
              ...settings,
            },
          },
        ],
      },
      Partner_Program_Policy__mdt: {
        edges: [
          {
            node: {
              Effective_From_Date__c: text("2024-01-01"),
              Registration_Decision_Business_Days__c: { value: 9 },
              Registration_Expiry_Days__c: { value: 10 },
              Registration_Extensions__c: { value: 0 },
              Time_Zone__c: text("UTC"),
            },
          },
          {
            node: {
              Effective_From_Date__c: text("2023-01-01"),
              Registration_Decision_Business_Days__c: { value: 2 },
              Registration_Expiry_Days__c: { value: 90 },
              Registration_Extensions__c: { value: 1 },
              Time_Zone__c: text("UTC"),
            },
          },
        ],
      },
    },
  },
});

const refresh = jest.fn(() => Promise.resolve());
async function settle(turns = 8): Promise<void> {
  await Promise.resolve();
  if (turns > 0) await settle(turns - 1);
}
async function page(data?: object): Promise<HTMLElement> {
  const element = createElement("c-deal-registration-review", { is: DealRegistrationReview });
  Object.assign(element, { recordId: "a00000000000001AAA" });
  document.body.appendChild(element);
  await settle();
  if (data) answers.emit(data, isOwn, refresh);
  await settle();
  return element;
}
type Notice = HTMLElement & { readonly variant: string };
const inside = <T = HTMLElement>(element: HTMLElement, selector: string): (T & HTMLElement) | null =>
  element.shadowRoot!.querySelector<T & HTMLElement>(selector);

describe("the review of a deal registration", () => {
  beforeEach(() => Object.assign(rights, { isDecider: true, isAdministrator: false }));
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it("shows that it is being read", async () => {
    const element = await page();
    expect(deepAll(element, "lightning-spinner")).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it("shows clock, deal, conflicts and decision, with the target of the policy in force at submission", async () => {
    const element = await page(answer());
    const { registration } = inside<{ registration: { target: object; products: string[] } }>(
      element,
      "c-registration-clock",
    )!;
    expect(registration.target).toEqual({ businessDays: 2, timeZone: "UTC" });
    expect(registration.products).toEqual(["Flex", "Segment"]);
    for (const part of ["match", "conflicts", "decision"])
      expect(inside(element, `c-registration-${part}`)).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it.each([
    ["one period, from the last day", "2024-03-13", "2024-06-11"],
    ["what is left of it", "2024-06-10", "2024-06-11"],
    ["nothing more", "2024-06-11", null],
    ["nothing to a registration without a last day", null, null],
  ])("extends, up to 180 days after submission, by %s (R-36)", async (_, last, expected) => {
    const element = await page(answer({ Expires_Date__c: text(last) }));
    const { registration } = inside<{ registration: { extendableTo: string | null } }>(
      element,
      "c-registration-decision",
    )!;
    expect(registration.extendableTo).toBe(expected);
  });

  it("says what went wrong, or that there is no access", async () => {
    const failed = await page();
    answers.emitErrors([{ message: "Busy." }], isOwn);
    await settle();
    expect(deepOne<Notice>(failed, "c-program-notice").variant).toBe("error");
    await expect(failed).toBeAccessible();
    document.body.replaceChildren();
    const hidden = await page({
      uiapi: { query: { Deal_Registration__c: { edges: [] }, Partner_Program_Policy__mdt: { edges: [] } } },
    });
    expect(deepOne<Notice>(hidden, "c-program-notice").variant).toBe("no-access");
    await expect(hidden).toBeAccessible();
  });

  it("matches to a deal chosen among the conflicts, and reads itself again", async () => {
    (updateRecord as unknown as jest.Mock).mockResolvedValue({});
    const element = await page(answer());
    const refreshed: Event[] = [];
    element.addEventListener("lightning__refreshevent", (event) => refreshed.push(event));
    inside(element, "c-registration-conflicts")!.dispatchEvent(new CustomEvent("match", { detail: "d1" }));
    await settle();
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: "a00000000000001AAA", Opportunity__c: "d1" } });
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it.each([
    [
      "a matched one",
      {
        Opportunity__r: {
          Id: "d",
          Name: text("D"),
          IsWon: { value: false },
          LastStageChangeDate: text(null),
          CreatedDate: text("2023-01-01T00:00:00Z"),
        },
      },
      true,
      [true, false],
    ],
    ["a draft", { Status__c: { value: "Draft", label: "Draft" } }, true, [false, false]],
    ["an executive", {}, false, [false, false]],
    ["an unmatched one", {}, true, [true, true]],
  ])("offers matching only where it makes sense: %s", async (_, settings, isDecider, expected) => {
    rights.isDecider = isDecider;
    const element = await page(answer(settings));
    const offers = ["match", "conflicts"].map(
      (part) => inside<{ isMatchable: boolean }>(element, `c-registration-${part}`)!.isMatchable,
    );
    expect(offers).toEqual(expected);
  });
});
