import { createElement } from "lwc";
import { graphql } from "lightning/graphql";
import { createRecord } from "lightning/uiRecordApi";
import AddOpportunityPartner from "../addOpportunityPartner";

const deal = {
  id: "006000000000001AAA",
  isClosed: false,
  isWon: false,
  closeDate: "2024-01-31",
  eArr: "USD 60,000.00",
  hasLines: false,
  attributions: [],
};

const partner = (settings: { status?: string; invited?: object; addendum?: object } = {}): object => ({
  uiapi: {
    query: {
      Account: {
        edges: [
          {
            node: {
              Id: "p1",
              Name: { value: "Acme" },
              Partner_Status__c: { value: settings.status ?? "Enrolled", label: settings.status ?? "Enrolled" },
              Partner_Tier__c: { value: "Silver" },
              Partner_Benefits__r: { edges: settings.invited ? [{ node: settings.invited }] : [] },
              Partner_Agreements__r: { edges: settings.addendum ? [{ node: settings.addendum }] : [] },
            },
          },
        ],
      },
    },
  },
});
const invited = (from: string, to: string | null): object => ({
  Invited_Date__c: { value: from },
  Invitation_Ends_Date__c: { value: to },
});
const addendum = (from: string, to: string | null): object => ({
  Effective_Date__c: { value: from },
  End_Date__c: { value: to },
});

type Form = HTMLElement & { open(partnerId: string): void };

const inside = <T extends HTMLElement>(element: HTMLElement, selector: string): T =>
  element.shadowRoot!.querySelector<T>(selector)!;
const choose = (element: HTMLElement, selector: string, detail: object): boolean =>
  inside(element, selector).dispatchEvent(new CustomEvent("change", { detail }));
async function form(settings: object = {}, data: object = partner(), role = "Influenced"): Promise<Form> {
  const element = createElement("c-add-opportunity-partner", { is: AddOpportunityPartner }) as unknown as Form;
  Object.assign(element, { deal: { ...deal, ...settings } });
  document.body.appendChild(element);
  element.open("p1");
  (graphql as unknown as { emit(data: object): void }).emit(data);
  choose(element, "lightning-radio-group", { value: role });
  await Promise.resolve();
  return element;
}

const told = (element: HTMLElement): string => inside(element, ".foresights").textContent;
const addButton = (element: HTMLElement): HTMLButtonElement => inside(element, "[data-action='save']");
async function settle(turns = 8): Promise<void> {
  await Promise.resolve();
  if (turns > 0) await settle(turns - 1);
}
const created = createRecord as unknown as jest.Mock;

describe("adding a partner to a deal", () => {
  afterEach(() => {
    document.body.replaceChildren();
    created.mockReset();
  });

  it("searches enrolled partners only", async () => {
    const picker = inside<HTMLElement & { filter: unknown }>(await form(), "lightning-record-picker");
    expect(picker.filter).toEqual({
      criteria: [{ fieldPath: "Partner_Status__c", operator: "eq", value: "Enrolled" }],
    });
  });

  it.each([
    ["an open deal", {}, partner(), "Influenced", "will count for Acme once it is won (R-22)"],
    ["its eARR", {}, partner(), "Influenced", "eARR is USD 60,000.00 today"],
    ["a missing eARR", { eArr: null }, partner(), "Influenced", "No eARR is recorded"],
    ["products", { hasLines: true }, partner(), "Influenced", "eARR of the deal's products"],
    [
      "a won deal",
      { isClosed: true, isWon: true },
      partner(),
      "Influenced",
      "added after the close and would not count",
    ],
    ["a lost deal", { isClosed: true }, partner(), "Influenced", "was lost, so it will not count"],
    ["a suspended partner", {}, partner({ status: "Suspended" }), "Influenced", "not enrolled now (Suspended)"],
    ["resale without invitation", {}, partner(), "Resold", "not invited to resell on Jan 31, 2024"],
    ["resale without addendum", {}, partner(), "Resold", "no Resale Partner Addendum in force on Jan 31, 2024"],
    [
      "an invitation that ends the day before",
      {},
      partner({ invited: invited("2022-01-01", "2024-01-30"), addendum: addendum("2022-01-01", null) }),
      "Resold",
      "not invited to resell",
    ],
    [
      "covered resale, on its last day",
      {},
      partner({ invited: invited("2022-01-01", "2024-01-31"), addendum: addendum("2024-01-31", null) }),
      "Resold",
      "has its addendum in force",
    ],
  ])("says before saving what %s means", async (_, settings, data, role, expected) => {
    const element = await form(settings, data, role);
    expect(told(element)).toContain(expected);
    expect(addButton(element).disabled).toBe(false);
    await expect(element).toBeAccessible();
  });

  it("does not offer to add a partner twice", async () => {
    const element = await form({ attributions: [{ partnerId: "p1" }] });
    expect(told(element)).toContain("is on this opportunity already");
    expect(addButton(element).disabled).toBe(true);
  });

  it("saves what was chosen, says so and ends", async () => {
    created.mockResolvedValue({ id: "a01" });
    const element = await form({}, partner(), "Resold");
    const events: string[] = [];
    element.addEventListener("added", () => events.push("added"));
    element.addEventListener("lightning__showtoast", () => events.push("toast"));
    addButton(element).click();
    await settle();
    expect(created).toHaveBeenCalledWith({
      apiName: "Opportunity_Partner__c",
      fields: { Opportunity__c: deal.id, Partner__c: "p1", Role__c: "Resold", Source__c: "Twilio Sales" },
    });
    expect(events).toEqual(["toast", "added"]);
  });

  it("explains a refused save at the field, and keeps what was chosen", async () => {
    const output = {
      errors: [],
      fieldErrors: {
        Partner__c: [{ message: "This opportunity is already closed." }],
        Key__c: [{ message: "Twice." }],
      },
    };
    created.mockRejectedValue({ body: { message: "An error occurred.", output } });
    const element = await form();
    addButton(element).click();
    await settle();
    expect(inside(element, ".slds-has-error").textContent).toContain("This opportunity is already closed.");
    expect(inside(element, ".slds-text-color_error").textContent).toBe("Twice.");
    expect(addButton(element).disabled).toBe(false);
    await expect(element).toBeAccessible();
    choose(element, "lightning-record-picker", { recordId: null });
    await settle();
    expect(element.shadowRoot!.querySelector(".slds-has-error")).toBeNull();
    expect(addButton(element).disabled).toBe(true);
  });

  it("explains a refused role at its own field", async () => {
    created.mockRejectedValue({
      body: { output: { errors: [], fieldErrors: { Role__c: [{ message: "Bad role." }] } } },
    });
    const element = await form();
    addButton(element).click();
    await settle();
    expect(inside(element, ".slds-has-error").textContent).toContain("Bad role.");
  });

  it("can be given up", async () => {
    const element = await form();
    const events: string[] = [];
    element.addEventListener("cancel", () => events.push("cancel"));
    inside(element, "[data-action='cancel']").click();
    expect(events).toEqual(["cancel"]);
  });

  it("says when the partner could not be looked at", async () => {
    const element = await form();
    (graphql as unknown as { emitErrors(errors: object[]): void }).emitErrors([{ message: "Not allowed." }]);
    await settle();
    expect(inside(element, ".slds-text-color_error").textContent).toBe("Not allowed.");
  });
});
