import { createElement } from "lwc";
import { updateRecord } from "lightning/uiRecordApi";
import userId from "@salesforce/user/Id";
import { rights } from "c/programRights";
import RegistrationDecision from "../registrationDecision";

const updated = updateRecord as unknown as jest.Mock;
const registration = {
  id: "a00000000000001AAA",
  name: "DR-000001",
  status: "Submitted",
  submittedAt: "2023-12-14T18:00:00.000Z",
  submittedById: "005000000000009AAA",
  isLateClaimApproved: false,
  deal: null,
  extendableTo: null,
};
const closed = (stageAt: string): object => ({ deal: { id: "d", name: "D", isWon: true, stageAt } });

async function settle(turns = 8): Promise<void> {
  await Promise.resolve();
  if (turns > 0) await settle(turns - 1);
}

const EXECUTIVE = { isDecider: false, isAdministrator: false };
const ASKED = { status: "Action Required" };
const MANAGER = { isDecider: true, isAdministrator: false };
const ADMINISTRATOR = { isDecider: true, isAdministrator: true };

function show(who: typeof rights, settings: object = {}): HTMLElement {
  Object.assign(rights, who);
  const element = createElement("c-registration-decision", { is: RegistrationDecision });
  Object.assign(element, { registration: { ...registration, ...settings } });
  document.body.appendChild(element);
  return element;
}
const buttons = (element: HTMLElement): (HTMLElement & { label: string; disabled: boolean })[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement & { label: string; disabled: boolean }>("[data-status]"),
];
const inside = (element: HTMLElement, selector: string): (HTMLElement & { label?: string; text?: string }) | null =>
  element.shadowRoot!.querySelector(selector);
const press = (element: HTMLElement, status: string): void =>
  element.shadowRoot!.querySelector<HTMLElement>(`[data-status='${status}']`)!.click();
const write = (element: HTMLElement, value: string): boolean =>
  element
    .shadowRoot!.querySelector("lightning-textarea")!
    .dispatchEvent(new CustomEvent("change", { detail: { value } }));

describe("deciding a registration", () => {
  beforeEach(() => updated.mockReset());
  afterEach(() => document.body.replaceChildren());

  it.each([
    ["a manager", MANAGER, {}, ["Approve", "Ask for Action", "Reject"], ""],
    ["a manager, of a partner who was asked to act", MANAGER, ASKED, ["Approve", "Mark as Answered", "Reject"], ""],
    ["an executive, of a partner who was asked to act", EXECUTIVE, ASKED, ["Mark as Answered"], "decided by partner"],
    ["an executive", EXECUTIVE, {}, [], "decided by partner account managers"],
    ["an executive, with a draft", EXECUTIVE, { status: "Draft" }, ["Submit"], ""],
    ["a manager, once it is decided", MANAGER, { status: "Rejected" }, [], "Only a program administrator"],
    ["an administrator, once it is decided", ADMINISTRATOR, { status: "Approved" }, ["Take Back the Decision"], ""],
  ])("offers %s what is theirs, and explains the rest", async (_, who, settings, labels, explanation) => {
    const element = show(who, settings);
    expect(buttons(element).map(({ label }) => label)).toEqual(labels);
    expect(element.shadowRoot!.textContent).toContain(explanation);
    await expect(element).toBeAccessible();
  });

  it("leaves approving and rejecting to somebody else than the submitter, asking back not", async () => {
    const element = show(ADMINISTRATOR, { submittedById: userId });
    expect(buttons(element).map(({ disabled }) => disabled)).toEqual([true, false, true]);
    expect(element.shadowRoot!.textContent).toContain("You submitted this registration");
    await expect(element).toBeAccessible();
  });

  it("saves the step with its reason and says so", async () => {
    updated.mockResolvedValue({});
    const element = show(MANAGER);
    const events: string[] = [];
    element.addEventListener("lightning__showtoast", () => events.push("toast"));
    element.addEventListener("saved", () => events.push("saved"));
    write(element, " Their own lead ");
    press(element, "Approved");
    await settle();
    expect(updated).toHaveBeenCalledWith({
      fields: { Id: registration.id, Status__c: "Approved", Decision_Reason__c: "Their own lead" },
    });
    expect(events).toEqual(["toast", "saved"]);
  });

  it.each([
    ["leaves on record what was asked for, without a word", MANAGER, "", {}],
    ["takes the words that are given", MANAGER, "They sent the domain", { Decision_Reason__c: "They sent the domain" }],
    ["asks an executive for none", EXECUTIVE, null, {}],
  ])("brings an answered registration back for its decision: %s", async (_, who, words, expected) => {
    updated.mockResolvedValue({});
    const element = show(who, ASKED);
    expect(inside(element, "lightning-textarea") === null).toBe(words === null);
    if (words) write(element, words);
    press(element, "Submitted");
    await settle();
    expect(updated).toHaveBeenCalledWith({ fields: { Id: registration.id, Status__c: "Submitted", ...expected } });
  });

  it("explains a missing reason at its field, in the words of the rule", async () => {
    const fieldErrors = { Decision_Reason__c: [{ message: "Enter the reason." }], Status__c: [{ message: "Not so." }] };
    updated.mockRejectedValue({ body: { message: "An error.", output: { errors: [], fieldErrors } } });
    const element = show(MANAGER);
    press(element, "Rejected");
    await settle();
    expect(updated.mock.calls[0]).toEqual([
      { fields: { Id: registration.id, Status__c: "Rejected", Decision_Reason__c: null } },
    ]);
    expect(element.shadowRoot!.querySelector(".slds-has-error")!.textContent).toContain("Enter the reason.");
    expect(element.shadowRoot!.querySelector(".slds-text-color_error")!.textContent).toBe("Not so.");
    await expect(element).toBeAccessible();
  });

  it.each([
    ["one second before the close", "2023-12-14T18:00:01.000Z", false],
    ["in the same instant", "2023-12-14T18:00:00.000Z", false],
    ["one second after the close", "2023-12-14T17:59:59.000Z", true],
  ])("warns of a registration submitted %s, where it is one too late", async (_, stageAt, isWarned) => {
    const element = show(MANAGER, closed(stageAt));
    expect(element.shadowRoot!.querySelector("c-program-notice") !== null).toBe(isWarned);
    expect(element.shadowRoot!.querySelector("[data-action='late-claim']")).toBeNull();
    await expect(element).toBeAccessible();
  });

  it.each([
    ["a draft for a deal that is won", { status: "Draft", submittedAt: null }, "submitted now, this gives no credit"],
    ["a late one", {}, "Submitted after the deal had closed"],
  ])("says what is late about %s", async (_, settings, expected) => {
    const element = show(MANAGER, { ...closed("2023-12-01T00:00:00.000Z"), ...settings });
    expect(inside(element, "c-program-notice")?.text).toContain(expected);
    await expect(element).toBeAccessible();
  });

  it("warns of nothing late where the deal is lost: it gives no credit anyway", () => {
    const deal = { id: "d", name: "D", isWon: false, stageAt: "2023-12-01T00:00:00.000Z" };
    expect(inside(show(MANAGER, { deal }), "c-program-notice")).toBeNull();
  });

  it.each([
    ["a manager", MANAGER, {}, "Extend to Jun 11, 2024"],
    ["a manager, while the partner is asked", MANAGER, { status: "Action Required" }, "Extend to Jun 11, 2024"],
    ["an executive", EXECUTIVE, {}, undefined],
    ["a manager, once it was extended", MANAGER, { extendableTo: null }, undefined],
    ["an administrator, once it is approved", ADMINISTRATOR, { status: "Approved" }, undefined],
  ])("offers the one extension of R-36 to %s", async (_, who, settings, expected) => {
    const element = show(who, { extendableTo: "2024-06-11", ...settings });
    expect(inside(element, "[data-action='extend']")?.label).toBe(expected);
    await expect(element).toBeAccessible();
  });

  it("extends without a word of reason", async () => {
    updated.mockResolvedValue({});
    const element = show(MANAGER, { extendableTo: "2024-06-11" });
    inside(element, "[data-action='extend']")!.click();
    await settle();
    expect(updated).toHaveBeenCalledWith({ fields: { Id: registration.id, Expires_Date__c: "2024-06-11" } });
  });

  it.each([
    [false, "Approve the Late Claim", true],
    [true, "Withdraw the Late Claim", false],
  ])("lets administrators settle late claims (approved: %s)", async (isLateClaimApproved, text, next) => {
    updated.mockResolvedValue({});
    const element = show(ADMINISTRATOR, { ...closed("2023-12-01T00:00:00.000Z"), isLateClaimApproved });
    const button = element.shadowRoot!.querySelector<HTMLElement & { label: string }>("[data-action='late-claim']")!;
    expect(button.label).toBe(text);
    button.click();
    await settle();
    expect(updated).toHaveBeenCalledWith({ fields: { Id: registration.id, Is_Late_Claim_Approved__c: next } });
  });
});
