import { createElement } from "lwc";
import PartnerTierBadge from "../partnerTierBadge";

function badge(tier: string | null): HTMLElement {
  const element = createElement("c-partner-tier-badge", { is: PartnerTierBadge });
  Object.assign(element, { tier });
  document.body.appendChild(element);
  return element;
}

const shown = (element: HTMLElement): HTMLElement => element.shadowRoot!.querySelector("span")!;

describe("the badge of a tier", () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ["Registered", "tier_registered"],
    ["Bronze", "tier_bronze"],
    ["Silver", "tier_silver"],
    ["Gold", "tier_gold"],
    ["Global Strategic", "tier_global-strategic"],
  ])("names %s and wears its colours", async (tier, look) => {
    const element = badge(tier);
    expect(shown(element).textContent).toBe(tier);
    expect(shown(element).classList).toContain(look);
    await expect(element).toBeAccessible();
  });

  it("says that a partner has no tier", async () => {
    const element = badge(null);
    expect(shown(element).textContent).toBe("No tier");
    expect(shown(element).classList).toContain("tier_none");
    await expect(element).toBeAccessible();
  });

  it("names a tier that it has no colours for", () => {
    expect(shown(badge("Platinum")).textContent).toBe("Platinum");
  });
});
