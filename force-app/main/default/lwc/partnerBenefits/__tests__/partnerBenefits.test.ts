import { deepAll, deepOne, mount, settled, shownText } from "support/lwcPage";
import { NO_ACCESS, answer, refreshed, refuse } from "support/lwcWire";
import PartnerBenefits from "../partnerBenefits";
import stored from "./data/silverPartner.json";

const list = (): HTMLElement => mount("c-partner-benefits", PartnerBenefits, { recordId: "001A" });

/** A Silver partner of the sample org; fields of its account changed, the last run taken away, or every benefit judged alike. */
function benefits({
  status = "Enrolled",
  hasRun = true,
  hours = 1,
  judged,
}: {
  status?: string | null;
  hasRun?: boolean;
  hours?: number;
  judged?: readonly [status: string, reason: string];
} = {}): unknown {
  const data = JSON.parse(JSON.stringify(stored)) as typeof stored;
  const { query } = data.uiapi;
  Object.assign(query.Account.edges[0]!.node, { Partner_Status__c: { value: status } });
  Object.assign(query.lastRun.edges[0]!.node, { Hours_Since_Finish__c: { value: hours } });
  if (!hasRun) query.lastRun.edges = [];
  if (judged)
    for (const { node } of query.Account.edges[0]!.node.Partner_Benefits__r.edges)
      Object.assign(node, { Status__c: { value: judged[0], label: judged[0] }, Reason__c: { value: judged[1] } });
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

  it.each([
    ["Co-Sell", "Co-Sell with Twilio Tier Too Low Opens with the Gold tier."],
    [
      "Executive Engagement",
      "Executive Engagement Program Tier Too Low Opens with the Gold tier, a focus on Flex, and an invitation.",
    ],
    [
      "Referral",
      "Not In Scope Opens with a focus on Segment/Engage, an invitation, and Partner Referral Addendum in force.",
    ],
    ["Reseller", "Invitation Needed Opens with an invitation and Resale Partner Addendum in force."],
    ["Global Event", "Invitation Needed Opens with an invitation."],
    [
      "Market Development",
      "Agreement Needed Not in force: MDF/POC Program Terms, Resale Partner Addendum (R-32). Each activity",
    ],
    ["Partner Badge", "Partner Badge Available From Bronze"],
  ])("say of %s all that it takes from its first hurdle on, each fact once", async (name, expected) => {
    const element = list();
    await answer(benefits());
    expect(item(element, name)).toContain(expected);
  });

  it("name the membership first, and behind it all the rest", async () => {
    const element = list();
    await answer(benefits({ judged: ["Membership Blocked", "Membership: Suspended (R-6)."] }));
    expect(item(element, "Reseller")).toContain(
      "Membership: Suspended (R-6). Opens with an enrolled membership with its baseline agreement in force, " +
        "the Silver tier, a focus on Flex, an invitation, and Resale Partner Addendum in force.",
    );
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
