import { registerRefreshHandler } from "lightning/refresh";
import { notifyRecordUpdateAvailable } from "lightning/uiRecordApi";
import { deepAll, deepOne, mount, settled, shownText } from "support/lwcPage";
import { NO_ACCESS, answer, refreshed, refuse } from "support/lwcWire";
import PartnerTierCard from "../partnerTierCard";
import { partnerTier } from "./data/partnerTier";

const card = (): HTMLElement => mount("c-partner-tier-card", PartnerTierCard, { recordId: "001000000000001AAA" });

describe("the tier card", () => {
  it("keeps its place with a spinner until the answer is there", async () => {
    const element = card();
    await settled();
    expect(deepAll(element, "lightning-spinner")).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it("shows tier, both clocks, progress, roll-off, explanation and freshness", async () => {
    const element = card();
    await answer(partnerTier());
    const text = shownText(element);
    expect(text).toContain("Silver Since Feb 15, 2023 · Program year 2023");
    expect(text).toContain("Last 365 days Bronze USD 85,000 Dec 16, 2022 to Dec 15, 2023");
    expect(text).toContain("Calendar year 2023 Bronze USD 85,000 Jan 1, 2023 to Dec 15, 2023");
    expect(text).toContain("On the way to Gold");
    expect(text).toContain("USD 85,000 of USD 1,000,000 USD 915,000 missing");
    expect(text).toContain("Technical resources 10 of 15 5 missing");
    expect(text).toContain("only an annual review lowers a tier (R-14).");
    expect(text).toContain("Figures as of Dec 15, 2023, calculated on Dec 15, 2023");
    expect(deepAll(element, "lightning-spinner")).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it("warns of the drop in January and says what would prevent it", async () => {
    const element = card();
    await answer(partnerTier());
    expect(shownText(deepOne(element, "c-partner-warnings"))).toBe(
      "Silver would become Bronze in January 2024 This calendar year holds USD 85,000 so far, which supports Bronze. " +
        "To keep Silver, add USD 115,000 of eARR by Dec 31, 2023.",
    );
  });

  it("shows figures older than the policy allows in red", async () => {
    const element = card();
    await answer(partnerTier({}, { hours: 36.01 }));
    expect(deepOne(element, "c-figures-freshness c-program-notice, c-program-notice")).toBeTruthy();
    expect(shownText(element)).toContain("These figures are out of date They were last calculated on Dec 15, 2023");
    await expect(element).toBeAccessible();
  });

  it.each([
    ["no partner", { Partner_Status__c: null }, "This account is not a partner"],
    ["an applicant", { Partner_Status__c: "Applicant" }, "Tier and benefits begin once"],
  ])("says what to do about %s", async (_, changes, expected) => {
    const element = card();
    await answer(partnerTier(changes));
    expect(shownText(element)).toContain(expected);
    expect(deepAll(element, "c-partner-tier-clocks")).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it("says that nothing was calculated yet", async () => {
    const element = card();
    await answer(partnerTier({}, { hasRun: false }));
    expect(shownText(element)).toContain("Nothing has been calculated yet");
  });

  it("tells a person without access whom to ask", async () => {
    const element = card();
    await refuse(NO_ACCESS);
    expect(shownText(element)).toContain("You have no access to the partner program");
    await expect(element).toBeAccessible();
  });

  it("says why it could not load, and loads again", async () => {
    const element = card();
    await refuse([{ message: "The server is down for maintenance." }]);
    expect(shownText(element)).toContain("The server is down for maintenance.");
    await expect(element).toBeAccessible();
    await answer(partnerTier());
    expect(shownText(element)).toContain("On the way to Gold");
  });

  it("keeps what it shows when loading it once more fails", async () => {
    const element = card();
    await answer(partnerTier());
    await refuse([{ message: "The server is down for maintenance." }]);
    expect(shownText(element)).toContain("On the way to Gold");
  });

  it("refreshes itself and the rest of the page after a run", async () => {
    const element = card();
    await answer(partnerTier());
    refreshed.mockClear();
    const heard = jest.fn();
    element.addEventListener("lightning__refresh", heard);
    deepOne(element, "c-partner-recalculate").dispatchEvent(new CustomEvent("recalculated"));
    await settled();
    expect(refreshed).toHaveBeenCalledTimes(1);
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: "001000000000001AAA" }]);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(registerRefreshHandler).toHaveBeenCalled();
  });
});
