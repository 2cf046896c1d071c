import { createElement } from "lwc";
import RegistrationClock from "../registrationClock";

const registration = {
  status: "Submitted",
  statusLabel: "Submitted",
  submittedAt: "2023-12-14T18:00:00Z",
  submittedBy: "Ann Smith",
  hoursWaited: 16,
  expires: "2024-03-13",
  decidedAt: null,
  decidedBy: "",
  reason: null,
  target: { businessDays: 2, timeZone: "America/Los_Angeles" },
};

function clock(settings: object): HTMLElement {
  const element = createElement("c-registration-clock", { is: RegistrationClock });
  Object.assign(element, { registration: { ...registration, ...settings } });
  document.body.appendChild(element);
  return element;
}
const textOf = (element: HTMLElement): string => element.shadowRoot!.textContent.replaceAll(/\s+/g, " ");

describe("the clock of a registration (R-36)", () => {
  afterEach(() => document.body.replaceChildren());

  it("counts the target in business days: Thursday's is due on Monday", async () => {
    const element = clock({});
    expect(textOf(element)).toContain("Submitted by Ann Smith on Dec 14, 2023");
    expect(textOf(element)).toContain("To be decided by Dec 18, 2023");
    expect(textOf(element)).toContain("Lapses after Mar 13, 2024");
    await expect(element).toBeAccessible();
  });

  it.each([
    ["on the last day", 4 * 24, "To be decided by Dec 18, 2023"],
    ["one day later", 5 * 24, "1 day over the target for a decision, which was Dec 18, 2023"],
    ["two days later", 6 * 24, "2 days over the target"],
  ])("tells by the org's own clock: %s", async (_, hoursWaited, expected) => {
    const element = clock({ hoursWaited });
    expect(textOf(element)).toContain(expected);
    await expect(element).toBeAccessible();
  });

  it.each([
    ["a draft", { status: "Draft", submittedAt: null, hoursWaited: null, expires: null }, "Not submitted yet"],
    ["no last day", { expires: null }, "no day on which it lapses"],
    ["the last day itself", { expires: "2023-12-15", hoursWaited: 24 }, "Lapses after Dec 15, 2023"],
    ["a passed last day", { expires: "2023-12-15", hoursWaited: 48 }, "the next run lets it lapse"],
    [
      "a decision",
      {
        status: "Rejected",
        statusLabel: "Rejected",
        decidedAt: "2023-12-15T18:00:00Z",
        decidedBy: "Bo",
        reason: "Known.",
      },
      "Rejected by Bo on Dec 15, 2023",
    ],
  ])("says what is so with %s", async (_, settings, expected) => {
    const element = clock(settings);
    expect(textOf(element)).toContain(expected);
    await expect(element).toBeAccessible();
  });

  it("stands still while the partner is asked to act, but for the day on which it lapses", async () => {
    const element = clock({ status: "Action Required", statusLabel: "Action Required", hoursWaited: 6 * 24 });
    expect(textOf(element)).not.toMatch(/target|To be decided/);
    expect(textOf(element)).toContain("Waits for the partner, and lapses after Mar 13, 2024 (R-36).");
    expect(element.shadowRoot!.querySelector(".slds-text-color_error")).toBeNull();
    await expect(element).toBeAccessible();
  });

  it("sets no target for what is decided, or where no policy says so", () => {
    expect(textOf(clock({ status: "Approved", decidedAt: "2023-12-15T18:00:00Z" }))).not.toContain("To be decided");
    expect(textOf(clock({ target: null }))).not.toContain("To be decided");
  });
});
