import { createElement } from "lwc";
import RecordLink from "../recordLink";

const settle = (): Promise<void> => Promise.resolve().then(() => undefined);

describe("a record's name", () => {
  afterEach(() => document.body.replaceChildren());

  it("leads to its page by a link that can be opened elsewhere", async () => {
    const element = createElement("c-record-link", { is: RecordLink });
    Object.assign(element, { name: "Acme", recordId: "001000000000001AAA" });
    document.body.appendChild(element);
    await settle();
    const link = element.shadowRoot!.querySelector("a")!;
    expect([link.textContent, link.getAttribute("href")]).toEqual(["Acme", "https://www.example.com"]);
    const click = new MouseEvent("click", { cancelable: true });
    link.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
    const kept: boolean[] = [];
    // jsdom cannot navigate: the page is held here, after the component had its say.
    const hold = (event: Event): void => {
      kept.push(!event.defaultPrevented);
      event.preventDefault();
    };
    document.body.addEventListener("click", hold, { once: true });
    link.dispatchEvent(new MouseEvent("click", { cancelable: true, ctrlKey: true, bubbles: true, composed: true }));
    expect(kept).toEqual([true]);
    await expect(element).toBeAccessible();
  });

  it("is plain text where there is no record", () => {
    const element = createElement("c-record-link", { is: RecordLink });
    Object.assign(element, { name: "Acme" });
    document.body.appendChild(element);
    expect(element.shadowRoot!.querySelector("a")).toBeNull();
    expect(element.shadowRoot!.textContent).toBe("Acme");
  });
});
