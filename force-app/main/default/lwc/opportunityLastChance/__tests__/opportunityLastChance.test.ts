import { createElement } from "lwc";
import { graphql } from "lightning/graphql";
import OpportunityLastChance from "../opportunityLastChance";

const deal = {
  id: "006000000000001AAA",
  accountId: "001000000000009AAA",
  customer: "Jaspershore",
  domain: null,
  isClosed: false,
  attributions: [{ partnerId: "p1" }],
};

const registration = (id: string, name: string): object => ({
  node: {
    Id: `reg-${id}`,
    Name: { value: "DR-000020" },
    Status__c: { label: "Submitted" },
    Submitted_At__c: { value: "2023-08-01T18:00:00Z" },
    Partner__r: { Id: id, Name: { value: name } },
  },
});
const elsewhere = (id: string, name: string, isWon = false): object => ({
  node: {
    Id: `row-${id}`,
    Opportunity__r: { Id: "o", Name: { value: isWon ? "Archive" : "Notifications" }, IsClosed: { value: isWon } },
    Partner__r: { Id: id, Name: { value: name } },
  },
});
const answer = (registrations: object[], others: object[]): object => ({
  uiapi: { query: { Deal_Registration__c: { edges: registrations }, Opportunity_Partner__c: { edges: others } } },
});

async function show(settings: object, data?: object): Promise<HTMLElement> {
  const element = createElement("c-opportunity-last-chance", { is: OpportunityLastChance });
  Object.assign(element, { deal: { ...deal, ...settings }, isAddable: true });
  document.body.appendChild(element);
  if (data) (graphql as unknown as { emit(data: object): void }).emit(data);
  await Promise.resolve();
  return element;
}

const lines = (element: HTMLElement): string[] =>
  [...element.shadowRoot!.querySelectorAll("li")].map((line) => line.textContent.trim());

describe("partners that may be missing on an open deal", () => {
  afterEach(() => document.body.replaceChildren());

  it("are named once each, with the reason, those on board left out", async () => {
    const data = answer(
      [registration("p1", "On Board"), registration("p2", "Driftmark")],
      [elsewhere("p2", "Driftmark"), elsewhere("p3", "Nightferry")],
    );
    const element = await show({}, data);
    expect(lines(element)).toEqual([
      expect.stringContaining("Driftmark registered this customer: DR-000020, Submitted, submitted on Aug 1, 2023"),
      "Nightferry works with this customer on Notifications.",
    ]);
    await expect(element).toBeAccessible();
  });

  it("are not said to be at work where a deal is won already; an open deal says more than a won one", async () => {
    const others = [
      elsewhere("p2", "Driftmark", true),
      elsewhere("p3", "Nightferry", true),
      elsewhere("p3", "Nightferry"),
    ];
    expect(lines(await show({}, answer([], others)))).toEqual([
      "Nightferry works with this customer on Notifications.",
      "Driftmark worked with this customer on Archive, which is won.",
    ]);
  });

  it("are put into the form by their button", async () => {
    const element = await show({}, answer([registration("p2", "Driftmark")], []));
    const chosen: unknown[] = [];
    element.addEventListener("choose", (event) => chosen.push((event as CustomEvent).detail));
    element.shadowRoot!.querySelector<HTMLElement>("lightning-button")!.click();
    expect(chosen).toEqual(["p2"]);
  });

  it("are told to readers who may not add them, without a button", async () => {
    const element = await show({}, answer([registration("p2", "Driftmark")], []));
    Object.assign(element, { isAddable: false });
    await Promise.resolve();
    expect(lines(element)).toHaveLength(1);
    expect(element.shadowRoot!.querySelector("lightning-button")).toBeNull();
  });

  it.each([
    ["nobody is missing", {}, answer([], [])],
    ["the deal is closed", { isClosed: true }, answer([registration("p2", "Driftmark")], [])],
    ["nothing is answered yet", {}, undefined],
  ])("are not mentioned where %s", async (_, settings, data) => {
    const element = await show(settings, data);
    expect(element.shadowRoot!.querySelector("c-program-notice")).toBeNull();
  });
});
