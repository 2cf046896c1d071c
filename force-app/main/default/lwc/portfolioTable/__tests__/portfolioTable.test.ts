import { deepAll, deepOne, mount, settled, shownText } from "support/lwcPage";
import PortfolioTable from "../portfolioTable";

const partner = {
  id: "p1",
  name: "Acme",
  status: "Enrolled",
  tier: "Silver",
  annualTier: "Bronze",
  projectedTier: "Registered",
  trailing: 1,
  nextTier: "Gold",
  gap: { eArr: 580000, technical: 3, sales: 0 },
  quietQuarter: "2023-Q3",
};

describe("partners of one view", () => {
  it.each([
    ["tier", {}, "To Gold: USD 580,000 eARR and 3 technical"],
    ["nearest", { gap: { eArr: 0, technical: 0, sales: 1 } }, "To Gold: 1 sales-trained"],
    ["nearest", { gap: { eArr: 0, technical: 0, sales: 0 } }, "Every figure for Gold is there"],
    ["tier", { nextTier: null }, "No tier above with requirements"],
    ["tier", { status: "Suspended" }, "Suspended: benefits are blocked"],
    ["risk", {}, "January would give Registered"],
    ["provisional", {}, "Provisional result: Bronze"],
    ["quiet", {}, "No activity in 2023-Q3"],
  ])("%s says what it is about", async (view, settings, expected) => {
    const element = mount("c-portfolio-table", PortfolioTable, { view, partners: [{ ...partner, ...settings }] });
    expect(shownText(element).replaceAll(/\s/g, " ")).toContain(expected);
    await expect(element).toBeAccessible();
  });

  it("are the first ten, until all are asked for", async () => {
    const partners = Array.from({ length: 11 }, (_, index) => ({ ...partner, id: `p${index}` }));
    const element = mount("c-portfolio-table", PortfolioTable, { view: "tier", partners });
    expect(deepAll(element, "li")).toHaveLength(10);
    deepOne(element, "[data-action='more']").click();
    await settled();
    expect(deepAll(element, "li")).toHaveLength(11);
    expect(deepAll(element, "[data-action='more']")).toEqual([]);
  });
});
