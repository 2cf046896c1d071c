import axe from "axe-core";
import type { Page } from "playwright-core";

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** WCAG 2.2, levels A and AA. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Faults inside base components, which are not ours to mend: rule, and where. */
const OF_BASE_COMPONENTS: readonly { readonly rule: string; readonly target: RegExp; readonly why: string }[] = [
  {
    rule: "nested-interactive",
    target: /slds-tabs_default__overflow-button/,
    why: "the tab set's menu of tabs without room is a tab with a button inside",
  },
  {
    rule: "target-size",
    target: /lightning-helptext/,
    why: "help texts' buttons are 16 pixels wide",
  },
  {
    rule: "target-size",
    // The date picker's own button is the one that is told by an attribute which no button of ours has.
    target: /lightning-calendar|slds-day|lightning-button-icon\[exportparts=/,
    why: "days of the date picker stand closer than 24 pixels, and its button is 16 pixels wide",
  },
];

function isOurs(rule: string, target: string): boolean {
  return !OF_BASE_COMPONENTS.some((known) => known.rule === rule && known.target.test(target));
}

function describe({ id, help, nodes }: Violation): string[] {
  return nodes
    .map(({ target, failureSummary = "" }) => ({ target: JSON.stringify(target), failureSummary }))
    .filter(({ target }) => isOurs(id, target))
    .map(({ target, failureSummary }) => `${id} (${help}) at ${target}: ${failureSummary.replace(/\s+/g, " ")}`);
}

/**
 * What axe finds wrong with a page as it stands. It runs in a world of its own: in the page's own, synthetic shadow
 * has replaced what axe looks with, and faults of contrast go unseen.
 */
export async function violationsOn(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await session.send("Page.getFrameTree");
    const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
    const evaluate = async (expression: string): Promise<unknown> => {
      const answer = await session.send("Runtime.evaluate", {
        expression,
        contextId: executionContextId,
        awaitPromise: true,
        returnByValue: true,
      });
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? "axe failed");
      return answer.result.value as unknown;
    };
    await evaluate(`${axe.source}; true`);
    const options = JSON.stringify({ runOnly: { type: "tag", values: TAGS }, resultTypes: ["violations"] });
    const result = (await evaluate(`axe.run(document, ${options})`)) as { violations: readonly Violation[] };
    return result.violations.flatMap(describe);
  } finally {
    await session.detach();
  }
}
