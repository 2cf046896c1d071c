import { mount, settled, shownText } from "support/lwcPage";
import PlanMoves from "../planMoves";

const plan = JSON.stringify({
  lines: [
    { partnerId: "p1", partnerName: "Acme", tierBefore: "Gold", tierAfter: "Silver", benefitsLost: ["Co_Sell"] },
    { partnerId: "p2", partnerName: "Beta", tierBefore: "Bronze", tierAfter: "Silver", benefitsLost: [] },
    { partnerId: "p3", partnerName: "Delta", tierBefore: "Bronze", tierAfter: "Bronze", benefitsLost: [] },
  ],
  omittedLines: 4,
});

describe("who moves by a plan", () => {
  it("names those who fall first, with tiers before and after, the reason and what is lost", async () => {
    const element = mount("c-plan-moves", PlanMoves, { plan, reasons: { p1: "USD 1 last calendar year" } });
    await settled();
    const text = shownText(element);
    expect(text).toContain("Down (1) Acme Gold Silver USD 1 last calendar year Benefits lost: 1 Up (1) Beta");
    expect(text).toContain("Tier stays (1) Delta");
    expect(text).toContain("4 more partners are part of this plan");
    await expect(element).toBeAccessible();
  });

  it("says where no plan can be shown", async () => {
    const element = mount("c-plan-moves", PlanMoves, { plan: null });
    expect(shownText(element)).toContain("keeps no plan that can be shown");
    await expect(element).toBeAccessible();
  });
});
