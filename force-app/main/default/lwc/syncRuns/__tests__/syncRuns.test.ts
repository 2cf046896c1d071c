import { rights } from "c/programRights";
import { deepAll, deepOne, mount, settled, shownText } from "support/lwcPage";
import { answer, NO_ACCESS, refreshed, refuse } from "support/lwcWire";
import SyncRuns from "../syncRuns";

const text = (value: string | null): object => ({ value });
const run = (settings: object = {}): object => ({
  node: {
    Id: "a07",
    Name: text("SR-000001"),
    Status__c: { value: "Completed", label: "Completed" },
    Mode__c: { label: "Nightly" },
    Partner__r: null,
    CreatedDate: text("2023-12-15T10:00:00Z"),
    Started_At__c: text("2023-12-15T10:00:01Z"),
    Finished_At__c: text("2023-12-15T10:00:05Z"),
    Partners_Evaluated__c: { value: 59 },
    Rows_Written__c: { value: 2107 },
    Rows_Failed__c: { value: 0 },
    Summary__c: text("No tier moved."),
    ...settings,
  },
});
const held = {
  node: {
    Id: "a08",
    Name: text("SR-000002"),
    Held_Reason__c: text("8 demotions, more than 5."),
    Plan__c: text(JSON.stringify({ lines: [], omittedLines: 0 })),
    Plan_Hash__c: text("abc"),
    Approved_Plan_Hash__c: text(null),
    Approved_At__c: text(null),
    Approved_By__r: null,
  },
};
const policy = {
  node: {
    Id: "m1",
    Effective_From_Date__c: text("2023-01-01"),
    Effective_To_Date__c: text(null),
    Stale_After_Hours__c: { value: 36 },
    Time_Zone__c: text("America/Los_Angeles"),
    Trailing_Window_Days__c: { value: 365 },
  },
};
const lastRun = (hours: number): object => ({
  node: {
    Id: "a07",
    As_Of_Date__c: text("2023-12-15"),
    Finished_At__c: text("2023-12-15T10:00:05Z"),
    Hours_Since_Finish__c: { value: hours },
  },
});
const runs = (recent: object[], more: { held?: object[]; hours?: number } = {}): object => ({
  uiapi: {
    query: {
      recent: { edges: recent },
      held: { edges: more.held ?? [] },
      lastRun: { edges: more.hours === undefined ? [] : [lastRun(more.hours)] },
      Partner_Program_Policy__mdt: { edges: [policy] },
    },
  },
});
const show = (): HTMLElement => mount("c-sync-runs", SyncRuns);

describe("the runs of the service", () => {
  it("show that they are being read", async () => {
    const element = show();
    expect(deepOne(element, "lightning-spinner")).toBeDefined();
    await expect(element).toBeAccessible();
  });

  it("say what each one did, and for which partner", async () => {
    const element = show();
    const requested = {
      Id: "a09",
      Status__c: { value: "Requested", label: "Requested" },
      Partner__r: { Id: "p1", Name: text("Acme") },
      Partners_Evaluated__c: { value: null },
      Started_At__c: text(null),
      Summary__c: text(null),
    };
    await answer(runs([run(requested), run()], { hours: 1 }), "runs");
    const shown = shownText(element);
    expect(shown).toContain("59 partners evaluated, 2,107 rows written, 0 failed No tier moved.");
    expect(shown).toContain("Acme");
    expect(deepAll(element, "li")).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  it.each([
    ["fresh at the limit", 36, false],
    ["stale beyond it", 36.01, true],
  ])("tell how old the figures are: %s", async (_, hours, isStale) => {
    const element = show();
    await answer(runs([run()], { hours }), "runs");
    const freshness = deepOne<HTMLElement & { clock: { isStale: boolean } }>(element, "c-figures-freshness");
    expect(freshness.clock.isStale).toBe(isStale);
    await expect(element).toBeAccessible();
  });

  it("show what is held and why, to be released by administrators", async () => {
    rights.isAdministrator = true;
    refreshed.mockClear();
    const element = show();
    await answer(runs([run()], { held: [held] }), "runs");
    expect(shownText(element)).toContain("SR-000002 is held: nothing was written 8 demotions, more than 5.");
    expect(deepOne<HTMLElement & { label: string }>(element, "[data-action='approve']").label).toBe("Release");
    await expect(element).toBeAccessible();
    deepOne(element, "c-held-run").dispatchEvent(new CustomEvent("saved"));
    await settled();
    expect(refreshed).toHaveBeenCalledTimes(1);
  });

  describe("follow what the service has to do", () => {
    const requested = { Status__c: { value: "Requested", label: "Requested" } };
    const running = { Status__c: { value: "Running", label: "Running" } };
    const approved = { node: { ...held.node, Approved_Plan_Hash__c: text("abc") } };

    beforeEach(() => {
      jest.useFakeTimers();
      refreshed.mockReset();
    });
    afterEach(() => jest.useRealTimers());

    it.each([
      ["a run that was asked for", [run(requested)], [], 3],
      ["a run that has begun", [run(running)], [], 3],
      ["a held plan that was approved", [run()], [approved], 3],
      ["a held plan that nobody has approved", [run()], [held], 0],
      ["runs that have ended", [run()], [], 0],
    ])("by asking every three seconds: %s", async (_, recent, plans, asked) => {
      show();
      await answer(runs(recent, { held: plans }), "runs");
      jest.advanceTimersByTime(9000);
      expect(refreshed).toHaveBeenCalledTimes(asked);
    });

    it("until it is done", async () => {
      show();
      await answer(runs([run(requested)]), "runs");
      jest.advanceTimersByTime(3000);
      await answer(runs([run(running)]), "runs");
      jest.advanceTimersByTime(3000);
      await answer(runs([run()]), "runs");
      jest.advanceTimersByTime(60_000);
      expect(refreshed).toHaveBeenCalledTimes(2);
    });

    it("for ten minutes at most, and for ten more once somebody asks", async () => {
      const element = show();
      await answer(runs([run(running)]), "runs");
      jest.advanceTimersByTime(3_600_000);
      expect(refreshed).toHaveBeenCalledTimes(200);
      deepOne<HTMLElement>(element, "lightning-button-icon").click();
      await answer(runs([run(running)]), "runs");
      jest.advanceTimersByTime(3_600_000);
      expect(refreshed).toHaveBeenCalledTimes(401);
    });

    it("not once the page is left", async () => {
      const element = show();
      await answer(runs([run(running)]), "runs");
      element.remove();
      jest.advanceTimersByTime(60_000);
      expect(refreshed).not.toHaveBeenCalled();
    });

    it("not any more once the org can't be reached, and say so", async () => {
      const element = show();
      await answer(runs([run(running)]), "runs");
      refreshed.mockRejectedValue(new Error("Busy."));
      await jest.advanceTimersByTimeAsync(60_000);
      expect(refreshed).toHaveBeenCalledTimes(1);
      expect(shownText(element)).toContain("The runs could not be read Busy.");
    });
  });

  it("say that there was none yet", async () => {
    const element = show();
    await answer(runs([]), "runs");
    expect(shownText(element)).toContain("No run yet.");
    await expect(element).toBeAccessible();
  });

  it.each([
    ["something else", [{ message: "Busy." }], "The runs could not be read Busy."],
    ["rights", NO_ACCESS, "You do not have access to the runs."],
  ])("say when they could not be read for %s", async (_, faults, expected) => {
    const element = show();
    await refuse(faults, "runs");
    expect(shownText(element)).toContain(expected);
    await expect(element).toBeAccessible();
  });
});
