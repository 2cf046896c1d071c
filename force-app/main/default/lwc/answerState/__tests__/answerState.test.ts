import { deepAll, deepOne, mount, shownText } from "support/lwcPage";
import AnswerState from "../answerState";

const texts = {
  loading: "Loading the tier",
  brokenHeading: "The tier could not be loaded",
  details: ["The server is down."],
  refusedHeading: "You have no access",
  refusedText: "Ask for it.",
};
const show = (state: string | null): HTMLElement => mount("c-answer-state", AnswerState, { ...texts, state });

describe("in place of an answer", () => {
  it.each([
    ["error", "The tier could not be loaded The server is down.", 1],
    ["offline", "There is no connection Nothing is lost. Try again once you are connected.", 1],
    ["no-access", "You have no access Ask for it.", 0],
    [null, "", 0],
  ])(
    "stands what is known of the state %s, with a button where trying again may help",
    async (state, text, buttons) => {
      const element = show(state);
      expect(shownText(element)).toBe(text);
      expect(deepAll(element, "lightning-button")).toHaveLength(buttons);
      expect(deepAll(element, "lightning-spinner")).toHaveLength(0);
      await expect(element).toBeAccessible();
    },
  );

  it("turns a spinner that is read out while it is under way", async () => {
    const element = show("loading");
    const spinner = deepOne<HTMLElement & { alternativeText?: string }>(element, "lightning-spinner");
    expect(spinner.alternativeText).toBe("Loading the tier");
    await expect(element).toBeAccessible();
  });

  it.each(["small", "medium", "large"])("keeps %s room for the answer while it is under way", (room) => {
    const element = mount("c-answer-state", AnswerState, { ...texts, state: "loading", room });
    expect(deepOne(element, "lightning-spinner").parentElement?.className).toContain(room);
  });

  it("passes on that somebody tries again", () => {
    const element = show("offline");
    const heard = jest.fn();
    element.addEventListener("retry", heard);
    deepOne(element, "lightning-button").click();
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
