import LightningConfirm from "lightning/confirm";
import { updateRecord } from "lightning/uiRecordApi";
import { deepAll, deepOne, mount, settled, shownText } from "support/lwcPage";
import PartnerInvitation from "../partnerInvitation";

jest.mock("@salesforce/customPermission/Work_With_Partners", () => ({ __esModule: true, default: true }), {
  virtual: true,
});

const update = updateRecord as jest.Mock;
const confirm = jest.spyOn(LightningConfirm, "open");

interface Shown {
  readonly element: HTMLElement;
  readonly toasts: jest.Mock;
  readonly changed: jest.Mock;
}

function invitation(invitedDate: string | null, endsDate: string | null = null): Shown {
  const element = mount("c-partner-invitation", PartnerInvitation, {
    invitation: { benefitId: "a04", name: "Reseller Program", invitedDate, endsDate },
    today: "2023-12-15",
  });
  const toasts = jest.fn();
  const changed = jest.fn();
  element.addEventListener("lightning__showtoast", (event) => {
    toasts((event as CustomEvent<{ title: string }>).detail);
  });
  element.addEventListener("changed", changed);
  return { element, toasts, changed };
}

async function press(element: HTMLElement): Promise<void> {
  deepOne(element, "lightning-button").click();
  await settled();
}

const saved = (from: string | null, to: string | null): object => ({
  fields: { Id: "a04", Invited_Date__c: from, Invitation_Ends_Date__c: to },
});

describe("an invitation to a benefit", () => {
  beforeEach(() => {
    update.mockReset().mockResolvedValue({});
    confirm.mockReset().mockResolvedValue(true);
  });

  it.each([
    ["none was given", null, null, "Not invited."],
    ["it has no end", "2023-03-01", null, "Invited since Mar 1, 2023."],
    ["it ends today", "2023-03-01", "2023-12-15", "Invited from Mar 1, 2023 to Dec 15, 2023."],
    ["it ended yesterday", "2023-03-01", "2023-12-14", "Was invited from Mar 1, 2023 to Dec 14, 2023."],
  ])("is told in words where %s", async (_, from, to, expected) => {
    const { element } = invitation(from, to);
    expect(shownText(element)).toBe(expected);
    await expect(element).toBeAccessible();
  });

  it("is given from the org's today, and says when it takes effect", async () => {
    const { element, toasts, changed } = invitation(null);
    await press(element);
    expect(update).toHaveBeenCalledWith(saved("2023-12-15", null));
    expect(confirm).not.toHaveBeenCalled();
    expect(changed).toHaveBeenCalledTimes(1);
    expect(toasts).toHaveBeenCalledWith(
      expect.objectContaining({ message: "The benefit follows with the next calculation." }),
    );
  });

  it("is withdrawn as of yesterday, so that what was resold under it keeps its ground", async () => {
    const { element } = invitation("2023-03-01");
    await press(element);
    expect(update).toHaveBeenCalledWith(saved("2023-03-01", "2023-12-14"));
  });

  it.each([["2023-12-15"], ["2024-01-01"]])("is taken away whole where it begins on %s", async (from) => {
    const { element } = invitation(from);
    await press(element);
    expect(update).toHaveBeenCalledWith(saved(null, null));
  });

  it("warns before it takes the place of an earlier one", async () => {
    const { element } = invitation("2022-01-01", "2022-12-31");
    await press(element);
    expect(confirm).toHaveBeenCalledWith(
      expect.objectContaining({ message: expect.stringContaining("from Jan 1, 2022 to Dec 31, 2022") as string }),
    );
    expect(update).toHaveBeenCalledWith(saved("2023-12-15", null));
  });

  it.each([["2023-03-01", null] as const, ["2022-01-01", "2022-12-31"] as const])(
    "stays as it is where the person thinks again",
    async (from, to) => {
      confirm.mockResolvedValue(false);
      const { element } = invitation(from, to);
      await press(element);
      expect(update).not.toHaveBeenCalled();
    },
  );

  it("says why it could not be saved", async () => {
    update.mockRejectedValue({ body: { message: "The record is locked." } });
    const { element, toasts } = invitation(null);
    await press(element);
    expect(toasts).toHaveBeenCalledWith(
      expect.objectContaining({ title: "The invitation was not changed", message: "The record is locked." }),
    );
    expect(deepAll(element, "lightning-button")).toHaveLength(1);
  });
});
