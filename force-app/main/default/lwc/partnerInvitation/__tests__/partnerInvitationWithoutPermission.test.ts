import { deepAll, mount, shownText } from "support/lwcPage";
import PartnerInvitation from "../partnerInvitation";

it("shows whoever may not invite the words alone", () => {
  const element = mount("c-partner-invitation", PartnerInvitation, {
    invitation: { benefitId: "a04", name: "Reseller Program", invitedDate: "2023-03-01", endsDate: null },
    today: "2023-12-15",
  });
  expect(shownText(element)).toBe("Invited since Mar 1, 2023.");
  expect(deepAll(element, "lightning-button")).toHaveLength(0);
});
