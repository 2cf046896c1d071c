/** How somebody works a page: with a mouse, or with nothing but the keyboard. */
import type { Locator, Page } from "playwright-core";

/** More stops than any page of the app has. */
const MOST_STOPS = 300;

export interface Handling {
  /** Presses a button, follows a link, ticks a box. */
  press(target: Locator): Promise<void>;
  /** Puts a text into a field. */
  write(field: Locator, text: string): Promise<void>;
  /** Takes the first record that a picker finds. */
  pick(field: Locator, text: string, option: string): Promise<void>;
}

function optionOf(page: Page, name: string): Locator {
  return page.getByRole("option", { name }).first();
}

/** As a hand on a mouse does it. */
export function byMouse(page: Page): Handling {
  return {
    press: (target) => target.click(),
    write: async (field, text) => {
      await field.click();
      await field.fill(text);
    },
    pick: async (field, text, option) => {
      await field.click();
      await field.pressSequentially(text);
      await optionOf(page, option).click();
    },
  };
}

/** Tabs on until the element has the focus: what no Tab reaches is not there for people without a mouse. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const focused = target.and(page.locator(":focus"));
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if ((await focused.count()) > 0) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no Tab reaches ${String(target)}`);
}

/** What a key brought about is drawn by then. */
async function nextFrame(page: Page): Promise<void> {
  await page.evaluate("new Promise(requestAnimationFrame)");
}

/** As somebody does it who uses no mouse. */
export function byKeyboard(page: Page): Handling {
  return {
    press: async (target) => {
      await tabTo(page, target);
      await page.keyboard.press("Enter");
    },
    write: async (field, text) => {
      await tabTo(page, field);
      await page.keyboard.type(text);
    },
    pick: async (field, text, option) => {
      await tabTo(page, field);
      await page.keyboard.type(text);
      await optionOf(page, option).waitFor();
      // Where keys come slowly the picker asks for what is typed so far: the answer to all of it is the one to take from.
      await page.getByRole("option").filter({ hasNotText: text }).first().waitFor({ state: "hidden" });
      const chosen = page.locator("[aria-selected='true'], .slds-has-focus").filter({ hasText: option });
      for (let step = 0; step < 5 && (await chosen.count()) === 0; step += 1) {
        await page.keyboard.press("ArrowDown");
        await nextFrame(page);
      }
      await page.keyboard.press("Enter");
    },
  };
}
