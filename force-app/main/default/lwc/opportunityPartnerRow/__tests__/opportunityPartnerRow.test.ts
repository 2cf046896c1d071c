import { createElement } from "lwc";
import OpportunityPartnerRow from "../opportunityPartnerRow";

const attribution = {
  id: "a01000000000001AAA",
  partnerId: "001000000000001AAA",
  partnerName: "Acme",
  tier: "Silver",
  addedAt: "2023-11-01T18:00:00Z",
  addedBy: "Ann Smith",
  source: "Twilio Sales",
  role: "Influenced",
  roleLabel: "Influenced",
  status: "Pending",
  reason: null,
  creditUsd: null,
  isResaleUnauthorized: false,
  registration: null,
  hasImplementationOffering: false,
};

function row(settings: object, more: object = {}): HTMLElement {
  const element = createElement("c-opportunity-partner-row", { is: OpportunityPartnerRow });
  Object.assign(element, { attribution: { ...attribution, ...settings }, isRemovable: true, ...more });
  document.body.appendChild(element);
  return element;
}

const textOf = (element: HTMLElement): string => element.shadowRoot!.textContent.replaceAll(/\s+/g, " ");

describe("a partner of a deal", () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ["Counted", null, 150000, true, "Counts with USD 150,000 (R-19)."],
    ["Pending", null, null, false, "Will count once the deal is won"],
    ["Lost", null, null, true, "the deal was lost"],
    ["Excluded", "Duplicate", null, true, "in another row"],
    ["Excluded", "Added After Close", null, true, "added after the close (R-22)"],
    ["Excluded", "Registration Not Approved", null, true, "no approved deal registration"],
    ["Excluded", "Registration Submitted After Close", null, true, "late claim"],
    ["Excluded", "No eARR", null, true, "no eARR is recorded"],
    ["Excluded", "Professional Services Only", null, true, "professional services only"],
    ["Excluded", "Currency Rate Missing", null, true, "exchange rate"],
    ["Excluded", "A reason to come", null, true, "A reason to come"],
    [null, null, null, false, "will count once the deal is won (R-22)"],
    [null, null, null, true, "the next run decides"],
  ])("of verdict %s (%s) is told so in words", async (status, reason, creditUsd, isDealClosed, expected) => {
    const element = row({ status, reason, creditUsd }, { isDealClosed });
    expect(textOf(element)).toContain(expected);
    await expect(element).toBeAccessible();
  });

  it("says who added it", () => {
    expect(textOf(row({}))).toContain("Added by Ann Smith on Nov 1, 2023");
  });

  it("names the registration through which it came", () => {
    const registration = { id: "a00000000000001AAA", name: "DR-000001", status: "Approved" };
    expect(textOf(row({ source: "Deal Registration", registration }))).toContain(
      "Through deal registration DR-000001 (Approved)",
    );
  });

  it("says where resale was not authorized", () => {
    expect(textOf(row({ isResaleUnauthorized: true }))).toContain("Resale was not authorized");
    expect(textOf(row({}))).not.toContain("Resale was not authorized");
  });

  it("is removed by its own button, where that is allowed", () => {
    const element = row({});
    const asked: unknown[] = [];
    element.addEventListener("remove", (event) => asked.push((event as CustomEvent).detail));
    element.shadowRoot!.querySelector<HTMLElement>("lightning-button-icon")!.click();
    expect(asked).toEqual([attribution.id]);
    expect(row({}, { isRemovable: false }).shadowRoot!.querySelector("lightning-button-icon")).toBeNull();
  });
});
