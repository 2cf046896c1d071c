import { deepAll, mount, shownText } from "support/lwcPage";
import PartnerAgreementList from "../partnerAgreementList";

it("shows each agreement with its state in words and by an icon", async () => {
  const agreement = { type: "Baseline Partner Agreement", text: "Not signed.", use: "Needed for every benefit (R-7)." };
  const agreements = (["good", "soon", "missing"] as const).map((look) => ({ ...agreement, look, key: look }));
  const element = mount("c-partner-agreement-list", PartnerAgreementList, { agreements });
  const icons = deepAll<HTMLElement & { iconName: string }>(element, "lightning-icon");
  expect(icons.map(({ iconName }) => iconName)).toEqual(["utility:success", "utility:warning", "utility:dash"]);
  expect(shownText(deepAll(element, "li")[0]!)).toBe(
    "Baseline Partner Agreement Not signed. Needed for every benefit (R-7).",
  );
  await expect(element).toBeAccessible();
});
