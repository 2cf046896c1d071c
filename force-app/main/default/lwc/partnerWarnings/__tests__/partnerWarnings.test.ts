import { mount, shownText } from "support/lwcPage";
import PartnerWarnings from "../partnerWarnings";

describe("warnings", () => {
  it("stand one below the other", async () => {
    const warnings = [
      { key: "a", variant: "error", heading: "No agreement", text: "Sign it." },
      { key: "b", variant: "warning", heading: "A drop", text: "Sell more." },
    ];
    const element = mount("c-partner-warnings", PartnerWarnings, { warnings });
    expect(shownText(element)).toBe("No agreement Sign it. A drop Sell more.");
    await expect(element).toBeAccessible();
  });

  it("take no room where there are none", () => {
    expect(shownText(mount("c-partner-warnings", PartnerWarnings))).toBe("");
  });
});
