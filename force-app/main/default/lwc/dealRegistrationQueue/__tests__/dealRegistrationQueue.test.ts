import userId from "@salesforce/user/Id";
import { deepAll, deepOne, mount, settled, shownText } from "support/lwcPage";
import { answer, NO_ACCESS, refuse } from "support/lwcWire";
import DealRegistrationQueue from "../dealRegistrationQueue";

const text = (value: string | null): object => ({ value });
const claim = (id: string, settings: { hours?: number; managerId?: string } = {}): object => ({
  node: {
    Id: id,
    Name: text(`DR-${id}`),
    Status__c: { value: "Submitted", label: "Submitted" },
    Customer_Name__c: text("Acme Bank"),
    Submitted_At__c: text("2023-12-14T18:00:00.000Z"),
    Hours_Since_Submission__c: { value: settings.hours ?? 1 },
    Expires_Date__c: text("2024-03-13"),
    Partner__r: { Id: "p1", Name: text("Beta"), Partner_Manager__c: text(settings.managerId ?? "005other") },
  },
});
const queue = (waiting: object[], unmatched: object[] = []): object => ({
  uiapi: {
    query: {
      waiting: { edges: waiting },
      unmatched: { edges: unmatched },
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

  it("can be narrowed to the partners that the reader manages", async () => {
    const element = show();
    await answer(queue([claim("1"), claim("2", { managerId: userId })], [claim("3")]), "rows");
    expect(shownText(element)).toContain("Waiting for a decision (2)");
    expect(shownText(element)).toContain("Approved, without an opportunity (1)");
    deepOne(element, "lightning-combobox").dispatchEvent(new CustomEvent("change", { detail: { value: "mine" } }));
    await settled();
    expect(shownText(element)).toContain("Waiting for a decision (1)");
    expect(shownText(element)).not.toContain("Approved, without an opportunity");
    await expect(element).toBeAccessible();
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
