import { createElement } from "lwc";
import { createRecord, updateRecord } from "lightning/uiRecordApi";
import * as uiObjectInfoApi from "lightning/uiObjectInfoApi";
import RegistrationMatch from "../registrationMatch";

const access = uiObjectInfoApi.getObjectInfo as unknown as { emit(data: object): void };
const updated = updateRecord as unknown as jest.Mock;
const created = createRecord as unknown as jest.Mock;
const registration = {
  id: "a00000000000001AAA",
  name: "DR-000001",
  customer: "Acme",
  partner: { name: "Beta" },
  deal: null,
};

async function settle(turns = 8): Promise<void> {
  await Promise.resolve();
  if (turns > 0) await settle(turns - 1);
}

type Match = HTMLElement & { match(dealId: string): Promise<void> };
async function show(settings: object = {}, isMatchable = true): Promise<Match> {
  const element = createElement("c-registration-match", { is: RegistrationMatch }) as unknown as Match;
  Object.assign(element, { registration: { ...registration, ...settings }, isMatchable });
  document.body.appendChild(element);
  access.emit({ createable: true });
  await settle();
  return element;
}
const inside = <T extends HTMLElement>(element: HTMLElement, selector: string): T =>
  element.shadowRoot!.querySelector<T>(selector)!;
const change = (element: HTMLElement, selector: string, detail: object): boolean =>
  inside(element, selector).dispatchEvent(new CustomEvent("change", { detail }));
const press = (element: HTMLElement, action: string): void => inside(element, `[data-action='${action}']`).click();

describe("the deal of a registration", () => {
  beforeEach(() => {
    updated.mockReset();
    created.mockReset();
  });
  afterEach(() => document.body.replaceChildren());

  it("is shown as a link once it is matched", async () => {
    const element = await show({ deal: { id: "d1", name: "Deal" } });
    expect(inside<HTMLElement & { name: string }>(element, "c-record-link").name).toBe("Deal");
    await expect(element).toBeAccessible();
  });

  it("is waited for by those who may not match", async () => {
    const element = await show({}, false);
    expect(element.shadowRoot!.textContent).toContain("Not matched yet");
    await expect(element).toBeAccessible();
  });

  it("is found and matched", async () => {
    updated.mockResolvedValue({});
    const element = await show();
    const saved: Event[] = [];
    element.addEventListener("saved", (event) => saved.push(event));
    expect(inside<HTMLButtonElement>(element, "[data-action='match']").disabled).toBe(true);
    change(element, "lightning-record-picker", { recordId: "d1" });
    await settle();
    press(element, "match");
    await settle();
    expect(updated).toHaveBeenCalledWith({ fields: { Id: registration.id, Opportunity__c: "d1" } });
    expect(saved).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it("is created from what the partner claims, and matched", async () => {
    created.mockResolvedValue({ id: "d9" });
    updated.mockResolvedValue({});
    const element = await show();
    press(element, "start");
    await settle();
    change(element, "lightning-record-picker", { recordId: "a1" });
    change(element, "lightning-input[data-field='closeDate']", { value: "2024-03-31" });
    await settle();
    await expect(element).toBeAccessible();
    press(element, "create");
    await settle();
    expect(created).toHaveBeenCalledWith({
      apiName: "Opportunity",
      fields: { Name: "Acme: registered by Beta", AccountId: "a1", CloseDate: "2024-03-31", StageName: "Prospecting" },
    });
    expect(updated).toHaveBeenCalledWith({ fields: { Id: registration.id, Opportunity__c: "d9" } });
  });

  it("is not created twice where only the match was refused", async () => {
    created.mockResolvedValue({ id: "d9" });
    updated.mockRejectedValue({ body: { message: "Only matched once." } });
    const element = await show();
    press(element, "start");
    await settle();
    change(element, "lightning-record-picker", { recordId: "a1" });
    change(element, "lightning-input[data-field='closeDate']", { value: "2024-03-31" });
    change(element, "lightning-input[data-field='name']", { value: "Another name" });
    await settle();
    press(element, "create");
    await settle();
    expect(element.shadowRoot!.querySelector("[role='alert']")!.textContent).toBe("Only matched once.");
    expect(inside<HTMLElement & { value: string }>(element, "lightning-record-picker").value).toBe("d9");
    expect(element.shadowRoot!.querySelector("[data-action='create']")).toBeNull();
  });

  it("need not be created after all", async () => {
    const element = await show();
    press(element, "start");
    await settle();
    press(element, "cancel");
    await settle();
    expect(inside(element, "[data-action='match']")).not.toBeNull();
  });
});
