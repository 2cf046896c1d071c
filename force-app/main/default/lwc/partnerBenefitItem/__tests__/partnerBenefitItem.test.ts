import { deepAll, deepOne, mount, settled, shownText } from "support/lwcPage";
import PartnerBenefitItem from "../partnerBenefitItem";

const open = {
  name: "Partner Badge",
  description: "A badge of the tier.",
  isAvailable: true,
  status: "Available",
  blocked: null,
  opens: null,
  needs: "From Bronze",
  note: "Use follows the Partner Branding Guidelines.",
  invitation: null,
};
const invitation = { benefitId: "a04", name: "Partner Badge", invitedDate: null, endsDate: null };

describe("one benefit", () => {
  it("is open, with its note", async () => {
    const element = mount("c-partner-benefit-item", PartnerBenefitItem, { benefit: open });
    expect(shownText(element)).toBe("Partner Badge Available From Bronze Use follows the Partner Branding Guidelines.");
    await expect(element).toBeAccessible();
  });

  it("is blocked, with the reason and what would open it", async () => {
    const benefit = {
      ...open,
      isAvailable: false,
      status: "Membership Blocked",
      blocked: "Membership: Suspended (R-6).",
      needs: null,
      note: null,
    };
    const element = mount("c-partner-benefit-item", PartnerBenefitItem, {
      benefit: { ...benefit, opens: "Opens with the Gold tier.", invitation },
      today: "2023-12-15",
    });
    expect(shownText(element)).toContain("Membership Blocked Membership: Suspended (R-6). Opens with the Gold tier.");
    expect(shownText(element)).not.toContain("From Bronze");
    await expect(element).toBeAccessible();
  });

  it("passes on that its invitation was changed", async () => {
    const element = mount("c-partner-benefit-item", PartnerBenefitItem, { benefit: { ...open, invitation } });
    const heard = jest.fn();
    element.addEventListener("changed", heard);
    deepOne(element, "c-partner-invitation").dispatchEvent(new CustomEvent("changed"));
    await settled();
    expect(heard).toHaveBeenCalledTimes(1);
    expect(deepAll(element, "c-partner-invitation")).toHaveLength(1);
  });
});
