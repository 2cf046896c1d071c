import { graphql } from "lightning/graphql";
import userId from "@salesforce/user/Id";
import { deepAll, deepOne, mount, settled, shownText } from "support/lwcPage";
import { answer, NO_ACCESS, refuse } from "support/lwcWire";
import DealRegistrationQueue from "../dealRegistrationQueue";

const text = (value: string | null): object => ({ value });
const claim = (id: string, settings: { hours?: number } = {}): object => ({
  node: {
    Id: id,
    Name: text(`DR-${id}`),
    Customer_Name__c: text("Acme Bank"),
    Submitted_At__c: text("2023-12-14T18:00:00.000Z"),
    Hours_Since_Submission__c: { value: settings.hours ?? 1 },
    Expires_Date__c: text("2024-03-13"),
    Partner__r: { Id: "p1", Name: text("Beta"), Partner_Manager__c: text("005other") },
  },
});
interface Settings {
  readonly asked?: object[];
  readonly unmatched?: object[];
  /** How many wait, where that is more than one answer holds. */
  readonly total?: number;
}
const queue = (waiting: object[], { asked = [], unmatched = [], total = waiting.length }: Settings = {}): object => ({
  uiapi: {
    query: {
      waiting: { edges: waiting, totalCount: total },
      asked: { edges: asked, totalCount: asked.length },
      unmatched: { edges: unmatched, totalCount: unmatched.length },
      Partner_Program_Policy__mdt: {
        edges: [
          {
            node: {
              Effective_From_Date__c: text("2023-01-01"),
              Registration_Decision_Business_Days__c: { value: 2 },
              Time_Zone__c: text("America/Los_Angeles"),
            },
          },
        ],
      },
    },
  },
});
const variables = (): unknown =>
  (graphql as unknown as { getLastConfig(): { variables: unknown } }).getLastConfig().variables;
const show = (): HTMLElement => mount("c-deal-registration-queue", DealRegistrationQueue);

describe("the registrations that wait", () => {
  it("show that they are being read", async () => {
    const element = show();
    expect(deepOne(element, "lightning-spinner")).toBeDefined();
    await expect(element).toBeAccessible();
  });

  it.each([
    ["on the last day", 4 * 24, "To be decided by Dec 18, 2023", false],
    ["one day later", 5 * 24, "Was to be decided by Dec 18, 2023", true],
  ])("are held against the two business days of R-36: %s", async (_, hours, expected, isRed) => {
    const element = show();
    await answer(queue([claim("1", { hours })]), "rows");
    expect(shownText(element)).toContain(expected);
    expect(deepAll(element, ".slds-text-color_error")).toHaveLength(isRed ? 1 : 0);
    await expect(element).toBeAccessible();
  });

  it("stand apart, without a target, while their partners are asked to act", async () => {
    const element = show();
    await answer(queue([claim("1")], { asked: [claim("2", { hours: 9 * 24 })] }), "rows");
    const [waiting, asked] = deepAll(element, "section").map(shownText);
    expect(waiting).toContain("Waiting for a decision (1) DR-1");
    expect(asked).toBe(
      "Waiting for the partner to act (1) DR-2 Beta Acme Bank, submitted on Dec 14, 2023, 10:00 AM Lapses after Mar 13, 2024",
    );
    expect(deepAll(element, ".slds-text-color_error")).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it("are, approved, still waiting for their opportunity, and never lapse", async () => {
    const element = show();
    await answer(queue([], { unmatched: [claim("3")] }), "rows");
    const [, unmatched] = deepAll(element, "section").map(shownText);
    expect(unmatched).toContain("Approved, without an opportunity (1) DR-3");
    expect(unmatched).not.toContain("Lapses");
  });

  it.each([
    ["more than one answer holds", 201, true],
    ["as many as are shown", 1, false],
  ])("say so when there are %s", async (_, total, isCut) => {
    const element = show();
    await answer(queue([claim("1")], { total }), "rows");
    expect(shownText(element)).toContain(`Waiting for a decision (${total})`);
    expect(shownText(element).includes("The 1 that wait longest of 201 are shown.")).toBe(isCut);
  });

  it("are those of the reader's partners first, as in the portfolio, and everybody's on demand", async () => {
    const element = show();
    await answer(queue([claim("1")]), "rows");
    const ours = { Partner__r: { Partner_Manager__c: { eq: userId } } };
    expect(variables()).toMatchObject({ waiting: ours, asked: ours, unmatched: ours });
    deepOne(element, "lightning-combobox").dispatchEvent(new CustomEvent("change", { detail: { value: "all" } }));
    await settled();
    expect(variables()).toEqual({
      rows: 200,
      waiting: { Status__c: { eq: "Submitted" } },
      asked: { Status__c: { eq: "Action Required" } },
      unmatched: { Status__c: { eq: "Approved" }, Opportunity__c: { eq: null } },
    });
  });

  it("say that nothing waits", async () => {
    const element = show();
    await answer(queue([]), "rows");
    expect(shownText(element)).toContain("Nothing waits for a decision.");
    await expect(element).toBeAccessible();
  });

  it.each([
    ["something else", [{ message: "Busy." }], "The registrations could not be read Busy."],
    ["rights", NO_ACCESS, "You do not have access to deal registrations."],
  ])("say when they could not be read for %s", async (_, faults, expected) => {
    const element = show();
    await refuse(faults, "rows");
    expect(shownText(element)).toContain(expected);
    await expect(element).toBeAccessible();
  });
});
