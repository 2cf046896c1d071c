import { mount, deepAll } from "support/lwcPage";
import PartnerRecalculate from "../partnerRecalculate";

it("offers no recalculation to whoever may not request it", () => {
  const element = mount("c-partner-recalculate", PartnerRecalculate, { recordId: "001A" });
  expect(deepAll(element, "lightning-button")).toHaveLength(0);
});
