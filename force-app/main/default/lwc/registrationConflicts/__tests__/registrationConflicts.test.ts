import { createElement } from "lwc";
import { graphql } from "lightning/graphql";
import RegistrationConflicts from "../registrationConflicts";

const answers = graphql as unknown as { emit(data: unknown): void; emitErrors(errors: object[]): void };
const registration = {
  id: "a00000000000001AAA",
  customer: "Acme Bank",
  domain: "acme.example",
  products: ["Flex"],
  submittedAt: "2023-12-14T18:00:00Z",
  statusLabel: "Submitted",
  estimate: "USD 1.00",
  deal: null,
};
const value = (text: string | null): object => ({ value: text });
const deal = (id: string, settings: { name?: string; closed?: boolean; site?: string; family?: string }): object => ({
  node: {
    Id: id,
    Name: value(`Deal ${id}`),
    StageName: { label: "Prospecting" },
    IsClosed: { value: settings.closed ?? false },
    CloseDate: value("2023-10-31"),
    eARR__c: { displayValue: "USD 2.00" },
    Account: { Name: value(settings.name ?? "Other"), Website: value(settings.site ?? null) },
    OpportunityLineItems: {
      edges: settings.family ? [{ node: { Product2: { Family: value(settings.family) } } }] : [],
    },
  },
});
const claim = {
  node: {
    Id: "claim",
    Name: value("DR-000002"),
    Status__c: { label: "Rejected" },
    Submitted_At__c: value("2023-11-01T18:00:00Z"),
    Customer_Name__c: value("ACME bank "),
    Customer_Domain__c: value("https://acme.example"),
    Products__c: value("Flex;Segment"),
    Estimated_eARR__c: { displayValue: null },
    Partner__r: { Id: "p2", Name: value("Driftmark") },
  },
};
const answer = (deals: object[], claims: object[]): object => ({
  uiapi: { query: { Opportunity: { edges: deals }, Deal_Registration__c: { edges: claims } } },
});

async function show(data?: object, settings: object = {}, more: object = {}): Promise<HTMLElement> {
  const element = createElement("c-registration-conflicts", { is: RegistrationConflicts });
  Object.assign(element, { registration: { ...registration, ...settings }, ...more });
  document.body.appendChild(element);
  await Promise.resolve();
  if (data) answers.emit(data);
  await Promise.resolve();
  return element;
}
const bodyRows = (element: HTMLElement): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>("tbody tr"),
];
/** The records of the rows; the registration itself, in the first one, is no link. */
const linked = (element: HTMLElement): (string | undefined)[] =>
  bodyRows(element).map((row) => (row.querySelector("c-record-link") as { recordId?: string } | null)?.recordId);
const badges = (row: HTMLElement): string[] =>
  [...row.querySelectorAll(".slds-badge")].map((badge) => badge.textContent);

describe("what may be the same business", () => {
  afterEach(() => document.body.replaceChildren());

  it("stands beside the registration: other registrations, open deals, closed deals, each with what is alike", async () => {
    const element = await show(
      answer(
        [
          deal("closed", { closed: true, name: "acme bank" }),
          deal("open", { site: "www.acme.example", family: "Flex" }),
        ],
        [claim],
      ),
    );
    const rows = bodyRows(element);
    expect(linked(element)).toEqual([undefined, "claim", "open", "closed"]);
    expect(rows.slice(1).map(badges)).toEqual([["Domain", "Name", "Product"], ["Domain", "Product"], ["Name"]]);
    expect(rows[1]!.textContent).toContain("Registered by Driftmark");
    expect(rows[3]!.textContent).toContain("Closed deal");
    await expect(element).toBeAccessible();
  });

  it("is matched to by the button of an open or closed deal, never of a registration", async () => {
    const element = await show(answer([deal("open", {})], [claim]), {}, { isMatchable: true });
    const chosen: unknown[] = [];
    element.addEventListener("match", (event) => chosen.push((event as CustomEvent).detail));
    const buttons = element.shadowRoot!.querySelectorAll<HTMLElement>("lightning-button-icon");
    expect(buttons).toHaveLength(1);
    buttons[0]!.click();
    expect(chosen).toEqual(["open"]);
  });

  it.each([
    [5, 5, null],
    [6, 5, "Show all 6"],
    [10, 5, "Show all 10"],
  ])("of %s shows %s at first, and the rest on demand", async (count, shown, more) => {
    const deals = Array.from({ length: count }, (_, at) => deal(`d${at}`, {}));
    const element = await show(answer(deals, []));
    expect(linked(element)).toHaveLength(1 + shown);
    const button = element.shadowRoot!.querySelector<HTMLElement & { label: string }>("[data-action='more']");
    expect(button?.label ?? null).toBe(more);
    button?.click();
    await Promise.resolve();
    expect(linked(element)).toHaveLength(1 + count);
    expect(element.shadowRoot!.querySelector("[data-action='more']")).toBeNull();
    await expect(element).toBeAccessible();
  });

  it("leaves out the deal that the registration is matched to: that is no other business", async () => {
    const element = await show(answer([deal("own", {}), deal("open", {})], []), { deal: { id: "own" } });
    expect(linked(element)).toEqual([undefined, "open"]);
  });

  it.each([
    ["nothing alike", answer([], []), {}, "No deal and no other registration"],
    ["only its own deal", answer([deal("own", {})], []), { deal: { id: "own" } }, "No deal and no other registration"],
    ["nothing to compare with", undefined, { customer: null, domain: null }, "names no customer and no web domain"],
  ])("says so where there is %s", async (_, data, settings, expected) => {
    const element = await show(data, settings);
    expect(element.shadowRoot!.textContent).toContain(expected);
    await expect(element).toBeAccessible();
  });

  it("shows that it is being looked for, and what went wrong", async () => {
    const element = await show();
    expect(element.shadowRoot!.querySelector("lightning-spinner")).not.toBeNull();
    answers.emitErrors([{ message: "Busy." }]);
    await Promise.resolve();
    expect(element.shadowRoot!.querySelector("lightning-spinner")).toBeNull();
    expect(element.shadowRoot!.querySelector("c-program-notice")).not.toBeNull();
    await expect(element).toBeAccessible();
  });
});
