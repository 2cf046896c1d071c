import { mount, shownText } from "support/lwcPage";
import PartnerNearMisses from "../partnerNearMisses";

const miss = {
  key: "a01",
  opportunityId: "006",
  opportunity: "Harbor",
  closed: "Sep 20, 2023",
  why: "No eARR is recorded (R-20).",
  who: "Account Executive East, who owns the opportunity",
  how: "Its eARR, on the lines where it has any (R-20)",
  until: "Sep 18, 2024",
};

describe("what can still be mended", () => {
  it("is listed with who, what and until when", async () => {
    const element = mount("c-partner-near-misses", PartnerNearMisses, { misses: [miss] });
    expect(shownText(element)).toContain("Can still be mended: 1");
    expect(shownText(element)).toContain("Closed Sep 20, 2023 No eARR is recorded (R-20). Who Account Executive East");
    await expect(element).toBeAccessible();
  });

  it("takes no room where there is nothing", () => {
    expect(shownText(mount("c-partner-near-misses", PartnerNearMisses))).toBe("");
  });
});
