import LightningConfirm from "lightning/confirm";
import { updateRecord } from "lightning/uiRecordApi";
import { rights } from "c/programRights";
import { deepAll, deepOne, mount, settled, shownText } from "support/lwcPage";
import HeldRun from "../heldRun";

const updated = updateRecord as unknown as jest.Mock;
const held = { id: "a07", hash: "0123456789abcdef", isApproved: false, approvedBy: "", approvedAt: null };

function show(settings: object = {}, isAdministrator = true): HTMLElement {
  rights.isAdministrator = isAdministrator;
  return mount("c-held-run", HeldRun, { held: { ...held, ...settings }, action: "Approve", question: "Sure?" });
}

describe("a plan that waits for its approval", () => {
  beforeEach(() => {
    updated.mockReset();
    jest.spyOn(LightningConfirm, "open").mockResolvedValue(true);
  });

  it("is approved by the very hash that is shown, after a question", async () => {
    updated.mockResolvedValue({});
    const element = show();
    const saved: Event[] = [];
    element.addEventListener("saved", (event) => saved.push(event));
    expect(shownText(element)).toContain("Fingerprint of this plan: 0123456789ab");
    deepOne(element, "[data-action='approve']").click();
    await settled();
    expect(updated).toHaveBeenCalledWith({ fields: { Id: "a07", Approved_Plan_Hash__c: held.hash } });
    expect(saved).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it("is left alone where the question is not answered with yes", async () => {
    jest.spyOn(LightningConfirm, "open").mockResolvedValue(false);
    deepOne(show(), "[data-action='approve']").click();
    await settled();
    expect(updated).not.toHaveBeenCalled();
  });

  it("says who approved it, and lets an administrator take that back", async () => {
    updated.mockResolvedValue({});
    const element = show({ isApproved: true, approvedBy: "Ann", approvedAt: "2024-01-10T18:00:00Z" });
    expect(shownText(element)).toContain("Approved by Ann on Jan 10, 2024");
    await expect(element).toBeAccessible();
    deepOne(element, "[data-action='take-back']").click();
    await settled();
    expect(updated).toHaveBeenCalledWith({ fields: { Id: "a07", Approved_Plan_Hash__c: null } });
  });

  it("cannot be approved by others, who are told whose it is", async () => {
    const element = show({}, false);
    expect(deepAll(element, "[data-action]")).toEqual([]);
    expect(shownText(element)).toContain("approved by program administrators");
    await expect(element).toBeAccessible();
  });

  it("says why it could not be approved", async () => {
    updated.mockRejectedValue({
      body: {
        output: { errors: [], fieldErrors: { Approved_Plan_Hash__c: [{ message: "Open the newest held run." }] } },
      },
    });
    const element = show();
    deepOne(element, "[data-action='approve']").click();
    await settled();
    expect(deepOne(element, "[role='alert']").textContent).toBe("Open the newest held run.");
    await expect(element).toBeAccessible();
  });
});
