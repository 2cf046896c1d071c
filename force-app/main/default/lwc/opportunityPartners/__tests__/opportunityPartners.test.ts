import { createElement } from "lwc";
import { graphql } from "lightning/graphql";
import * as uiObjectInfoApi from "lightning/uiObjectInfoApi";
import { deleteRecord } from "lightning/uiRecordApi";
import LightningConfirm from "lightning/confirm";
import { rights } from "c/programRights";
import { deepAll, deepOne } from "support/lwcPage";
import OpportunityPartners from "../opportunityPartners";

interface Config {
  readonly variables?: object;
}
interface Test {
  emit(data: unknown, filter?: (config: Config) => boolean, refresh?: () => Promise<void>): void;
  emitErrors(errors: object[], filter?: (config: Config) => boolean): void;
}
const answers = graphql as unknown as Test;
const access = uiObjectInfoApi.getObjectInfo as unknown as { emit(data: object): void };
const isDeal = ({ variables }: Config): boolean => variables !== undefined && "id" in variables;

const none = { edges: [] };
const attribution = (id: string, name: string, offering = false): object => ({
  node: {
    Id: id,
    CreatedDate: { value: "2023-11-01T18:00:00Z" },
    CreatedBy: { Name: { value: "Ann Smith" } },
    Source__c: { value: "Twilio Sales" },
    Role__c: { value: "Influenced", label: "Influenced" },
    Credit_Status__c: { value: "Pending" },
    Credit_Reason__c: { value: null },
    Credit_eARR__c: { value: null },
    Is_Resale_Unauthorized__c: { value: false },
    Deal_Registration__r: null,
    Partner__r: {
      Id: `partner-${id}`,
      Name: { value: name },
      Partner_Tier__c: { value: "Silver" },
      Partner_Benefits__r: { edges: offering ? [{ node: { Id: "b" } }] : [] },
    },
  },
});
const line = (family: string): object => ({ node: { Id: family, Product2: { Family: { value: family } } } });

interface DealSettings {
  readonly isClosed?: boolean;
  readonly rows?: object[];
  readonly lines?: object[];
}
const answer = ({ isClosed = false, rows = [], lines = [] }: DealSettings = {}): object => ({
  uiapi: {
    query: {
      Opportunity: {
        edges: [
          {
            node: {
              Id: "006000000000001AAA",
              AccountId: { value: "001000000000009AAA" },
              IsClosed: { value: isClosed },
              IsWon: { value: isClosed },
              CloseDate: { value: "2024-01-31" },
              eARR__c: { value: 1, displayValue: "USD 1.00" },
              OpportunityLineItems: { edges: lines },
              Account: { Name: { value: "Customer" }, Website: { value: "https://www.customer.example/en" } },
              Opportunity_Partners__r: { edges: rows },
            },
          },
        ],
      },
    },
  },
});

const refresh = jest.fn(() => Promise.resolve());
async function settle(turns = 8): Promise<void> {
  await Promise.resolve();
  if (turns > 0) await settle(turns - 1);
}

async function page(data?: unknown, objectInfo = { createable: true, deletable: true }): Promise<HTMLElement> {
  const element = createElement("c-opportunity-partners", { is: OpportunityPartners });
  Object.assign(element, { recordId: "006000000000001AAA" });
  document.body.appendChild(element);
  access.emit(objectInfo);
  await settle();
  if (data) answers.emit(data, isDeal, refresh);
  await settle();
  return element;
}

const inside = (element: HTMLElement, selector: string): HTMLElement | null =>
  element.shadowRoot!.querySelector(selector);
const rowsOf = (element: HTMLElement): NodeListOf<HTMLElement> =>
  element.shadowRoot!.querySelectorAll("c-opportunity-partner-row");

describe("the partners of a deal", () => {
  beforeEach(() => {
    rights.isAdministrator = false;
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it("show that they are being read", async () => {
    const element = await page();
    expect(deepAll(element, "lightning-spinner")).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it("are listed in the order in which they came", async () => {
    const element = await page(answer({ rows: [attribution("1", "Acme"), attribution("2", "Beta")] }));
    const names = [...rowsOf(element)].map(
      (row) => (row as HTMLElement & { attribution: { partnerName: string } }).attribution.partnerName,
    );
    expect(names).toEqual(["Acme", "Beta"]);
    await expect(element).toBeAccessible();
  });

  it.each([
    ["what to do where there are none", false, "No partner is on this opportunity. Add the ones who help to win it"],
    ["that there were none at the close", true, "No partner was on this opportunity when it closed."],
    ["what can still be done after the close", true, "A program administrator can still correct them"],
  ])("say %s", async (_, isClosed, expected) => {
    const element = await page(answer({ isClosed }));
    expect(element.shadowRoot!.textContent).toContain(expected);
    expect(element.shadowRoot!.textContent.includes("Add the ones")).toBe(!isClosed);
    await expect(element).toBeAccessible();
  });

  it("say what went wrong", async () => {
    const element = await page();
    answers.emitErrors([{ message: "The server is busy." }], isDeal);
    await settle();
    const notice = deepOne<HTMLElement & { variant: string; details: string[] }>(element, "c-program-notice");
    expect([notice.variant, notice.details]).toEqual(["error", ["The server is busy."]]);
    await expect(element).toBeAccessible();
  });

  it("say that the reader has no access", async () => {
    const element = await page({ uiapi: { query: { Opportunity: none } } });
    const notice = deepOne<HTMLElement & { variant: string }>(element, "c-program-notice");
    expect(notice.variant).toBe("no-access");
    await expect(element).toBeAccessible();
  });

  it("stay as they are on a closed deal, which is explained", async () => {
    const element = await page(answer({ isClosed: true, rows: [attribution("1", "Acme")] }));
    expect(inside(element, "[data-action='add']")).toBeNull();
    expect((rowsOf(element)[0] as HTMLElement & { isRemovable: boolean }).isRemovable).toBe(false);
    expect(element.shadowRoot!.textContent).toContain("This opportunity is closed");
    await expect(element).toBeAccessible();
  });

  it("of a closed deal can still be corrected by administrators", async () => {
    rights.isAdministrator = true;
    const element = await page(answer({ isClosed: true, rows: [attribution("1", "Acme")] }));
    expect(inside(element, "[data-action='add']")).not.toBeNull();
    expect((rowsOf(element)[0] as HTMLElement & { isRemovable: boolean }).isRemovable).toBe(true);
  });

  it("are read only for those who may not add any", async () => {
    const element = await page(answer(), { createable: false, deletable: false });
    expect(inside(element, "[data-action='add']")).toBeNull();
    expect(element.shadowRoot!.textContent).toContain("Partners are added by");
  });

  it("open the form, close it, and give the focus back", async () => {
    const element = await page(answer());
    inside(element, "[data-action='add']")!.click();
    await settle();
    const form = inside(element, "c-add-opportunity-partner")!;
    expect(inside(element, "[data-action='add']")).toBeNull();
    form.dispatchEvent(new CustomEvent("cancel"));
    await settle();
    expect(inside(element, "c-add-opportunity-partner")).toBeNull();
    expect(inside(element, "[data-action='add']")).not.toBeNull();
  });

  it("put a suggested partner into the form", async () => {
    const element = await page(answer());
    inside(element, "c-opportunity-last-chance")!.dispatchEvent(new CustomEvent("choose", { detail: "p7" }));
    await settle();
    const picker = inside(element, "c-add-opportunity-partner")!.shadowRoot!.querySelector("lightning-record-picker");
    expect((picker as HTMLElement & { value: string }).value).toBe("p7");
  });

  it("are read again after one was added", async () => {
    const element = await page(answer());
    inside(element, "[data-action='add']")!.click();
    await settle();
    inside(element, "c-add-opportunity-partner")!.dispatchEvent(new CustomEvent("added"));
    await settle();
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(inside(element, "c-add-opportunity-partner")).toBeNull();
  });

  it.each([
    ["confirmed", true, 1],
    ["not confirmed", false, 0],
  ])("are removed when that is %s", async (_, isConfirmed, times) => {
    jest.spyOn(LightningConfirm, "open").mockResolvedValue(isConfirmed);
    const element = await page(answer({ rows: [attribution("1", "Acme")] }));
    rowsOf(element)[0]!.dispatchEvent(new CustomEvent("remove", { detail: "1" }));
    await settle();
    expect(deleteRecord as unknown as jest.Mock).toHaveBeenCalledTimes(times);
    expect(refresh).toHaveBeenCalledTimes(times);
  });

  it("say why one could not be removed", async () => {
    jest.spyOn(LightningConfirm, "open").mockResolvedValue(true);
    (deleteRecord as unknown as jest.Mock).mockRejectedValueOnce({ body: { message: "Its partners stay on record." } });
    const element = await page(answer({ rows: [attribution("1", "Acme")] }));
    const toasts: { message: string }[] = [];
    element.addEventListener("lightning__showtoast", (event) =>
      toasts.push((event as CustomEvent<{ message: string }>).detail),
    );
    rowsOf(element)[0]!.dispatchEvent(new CustomEvent("remove", { detail: "1" }));
    await settle();
    expect(toasts.map(({ message }) => message)).toEqual(["Its partners stay on record."]);
  });

  it.each([
    ["a deal with Flex", [line("Flex")], true, "Acme may use up to five Flex licenses"],
    ["a deal without products", [], true, "If this deal is for Flex: Acme"],
    ["a deal without Flex", [line("Segment")], true, null],
    ["a partner without the offering", [line("Flex")], false, null],
  ])("name the Implementation Offering on %s", async (_, lines, offering, expected) => {
    const element = await page(answer({ rows: [attribution("1", "Acme", offering)], lines }));
    const text = element.shadowRoot!.textContent;
    expect(expected === null ? text.includes("five Flex") : text.includes(expected)).toBe(expected !== null);
  });
});
