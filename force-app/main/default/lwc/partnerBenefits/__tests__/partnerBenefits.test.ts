import { deepAll, deepOne, mount, settled, shownText } from "support/lwcPage";
import { NO_ACCESS, answer, refreshed, refuse } from "support/lwcWire";
import PartnerBenefits from "../partnerBenefits";
import stored from "./data/silverPartner.json";

const list = (): HTMLElement => mount("c-partner-benefits", PartnerBenefits, { recordId: "001A" });

/** A Silver partner of the sample org; fields of its account changed, or the last run taken away. */
function benefits({
  status = "Enrolled",
  hasRun = true,
  hours = 1,
}: { status?: string | null; hasRun?: boolean; hours?: number } = {}): unknown {
  const data = JSON.parse(JSON.stringify(stored)) as typeof stored;
  const { query } = data.uiapi;
  Object.assign(query.Account.edges[0]!.node, { Partner_Status__c: { value: status } });
  Object.assign(query.lastRun.edges[0]!.node, { Hours_Since_Finish__c: { value: hours } });
  if (!hasRun) query.lastRun.edges = [];
  return data;
}

const item = (element: HTMLElement, name: string): string =>
  deepAll(element, "c-partner-benefit-item")
    .map(shownText)
    .find((text) => text.startsWith(name)) ?? "";

describe("the benefits of a partner", () => {
  it("keep their place with a spinner until the answer is there", async () => {
    const element = list();
    await settled();
    expect(deepAll(element, "lightning-spinner")).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it("are the seventeen of the guide, in its groups and order", async () => {
    const element = list();
    await answer(benefits());
    expect(deepAll(element, "h3").map(shownText)).toEqual([
      "Access and Portal Benefits",
      "Go-to-Market Support",
      "Technology and Innovation",
      "Recognition",
    ]);
    expect(deepAll(element, "c-partner-benefit-item")).toHaveLength(17);
    expect(shownText(element)).toContain("8 of 17 available");
    await expect(element).toBeAccessible();
  });

  it("say what blocks each, what would open it and what it takes", async () => {
    const element = list();
    await answer(benefits());
    expect(item(element, "Co-Sell")).toBe(
      "Co-Sell with Twilio Tier Too Low From Gold on (R-30). Opens when the partner reaches Gold. From Gold",
    );
    expect(item(element, "Market Development")).toContain(
      "Opens when all it needs is signed: MDF/POC Program Terms and Resale Partner Addendum.",
    );
    expect(item(element, "Reseller")).toContain(
      "Opens when the partner is invited. From Silver · by invitation · Flex focus · Resale Partner Addendum",
    );
    expect(item(element, "Reseller")).toContain("Not invited.");
    expect(item(element, "Partner Badge")).toContain("Available");
  });

  it("are read anew after an invitation was changed", async () => {
    const element = list();
    await answer(benefits());
    refreshed.mockClear();
    deepOne(element, "c-partner-invitation").dispatchEvent(new CustomEvent("changed"));
    await settled();
    expect(refreshed).toHaveBeenCalledTimes(1);
  });

  it("are said to be out of date where they are", async () => {
    const element = list();
    await answer(benefits({ hours: 40 }));
    expect(shownText(element)).toContain("These figures are out of date");
    await expect(element).toBeAccessible();
  });

  it.each([
    ["an applicant", benefits({ status: "Applicant" }), "They begin once the partner is enrolled."],
    ["an account that is no partner", benefits({ status: null }), "They begin once the partner is enrolled."],
    ["a partner nobody calculated", benefits({ hasRun: false }), "The next nightly run decides"],
  ])("are none of %s", async (_, data, expected) => {
    const element = list();
    await answer(data);
    expect(shownText(element)).toContain(expected);
    expect(deepAll(element, "c-partner-benefit-item")).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it("tell lack of access from other trouble", async () => {
    const refused = list();
    await refuse(NO_ACCESS);
    expect(shownText(refused)).toContain("You have no access");
    const broken = list();
    await refuse([{ message: "The server is down for maintenance." }]);
    expect(shownText(broken)).toContain("The server is down for maintenance.");
    await expect(broken).toBeAccessible();
  });
});
