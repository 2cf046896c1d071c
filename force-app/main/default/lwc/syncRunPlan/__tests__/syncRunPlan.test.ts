import { deepAll, mount, settled, shownText } from "support/lwcPage";
import { answer, NO_ACCESS, refuse } from "support/lwcWire";
import SyncRunPlan from "../syncRunPlan";

const RUN = "a07000000000001AAA";
const plan = JSON.stringify({
  lines: [
    { partnerId: "p1", partnerName: "Acme", tierBefore: "Gold", tierAfter: "Silver", benefitsLost: ["Co_Sell"] },
    { partnerId: "p2", partnerName: "Beta", tierBefore: "Bronze", tierAfter: "Silver", benefitsLost: [] },
  ],
  omittedLines: 0,
});
const run = (text: string | null): object => ({
  uiapi: { query: { Partner_Sync_Run__c: { edges: [{ node: { Id: RUN, Plan__c: { value: text } } }] } } },
});
const show = (): HTMLElement => mount("c-sync-run-plan", SyncRunPlan, { recordId: RUN });

describe("the plan of a run", () => {
  it("shows that it is being read", async () => {
    const element = show();
    await settled();
    expect(deepAll(element, "lightning-spinner")).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it("says whose tier goes down and up, and what is lost by it", async () => {
    const element = show();
    await answer(run(plan), "runId");
    const text = shownText(element);
    expect(text).toMatch(/Acme.*Gold.*Silver.*Beta.*Bronze.*Silver/);
    expect(text).not.toContain("partnerId");
    await expect(element).toBeAccessible();
  });

  it("says when there is none yet", async () => {
    const element = show();
    await answer(run(null), "runId");
    expect(shownText(element)).toContain("This run has no plan");
    await expect(element).toBeAccessible();
  });

  it.each([
    ["something else", [{ message: "Busy." }], "The plan could not be read Busy."],
    ["rights", NO_ACCESS, "You do not have access to the plan of this run."],
  ])("says when it could not be read for %s", async (_, faults, expected) => {
    const element = show();
    await refuse(faults, "runId");
    expect(shownText(element)).toContain(expected);
    await expect(element).toBeAccessible();
  });

  it("says so where the run itself is hidden", async () => {
    const element = show();
    await answer({ uiapi: { query: { Partner_Sync_Run__c: { edges: [] } } } }, "runId");
    expect(shownText(element)).toContain("You do not have access to the plan of this run.");
    await expect(element).toBeAccessible();
  });
});
