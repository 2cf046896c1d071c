import { createElement } from "lwc";
import ProgramNotice from "../programNotice";

function notice(settings: object): ShadowRoot {
  const element = createElement("c-program-notice", { is: ProgramNotice });
  Object.assign(element, settings);
  document.body.appendChild(element);
  return element.shadowRoot!;
}

const box = (root: ShadowRoot): Element => root.querySelector(".slds-scoped-notification")!;

describe("a notice", () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ["empty", null],
    ["no-access", null],
    ["info", "status"],
    ["warning", "status"],
    ["error", "alert"],
  ])("of variant %s is announced as %s", async (variant, role) => {
    const root = notice({ variant, heading: "Nothing here yet", text: "Add the first one." });
    expect(box(root).getAttribute("role")).toBe(role);
    expect(box(root).textContent).toContain("Nothing here yet");
    await expect(root.host).toBeAccessible();
  });

  it("lists every sentence it was given", () => {
    const root = notice({ variant: "error", details: ["The end is before the start.", "The partner is missing."] });
    expect([...root.querySelectorAll("p")].map((line) => line.textContent)).toEqual([
      "The end is before the start.",
      "The partner is missing.",
    ]);
  });
});
