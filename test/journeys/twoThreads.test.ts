import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Worker } from "node:worker_threads";
import { bulkRows, CutOffNight, isPage, type ProgramState } from "./cutOffNight.ts";

const pageRows = 300;
const pages = Math.ceil(bulkRows / pageRows);
const shared = { pageSize: pageRows, thresholds: { pageRows, threadRows: 100 } };

describe("A night whose result pages are read by two threads", () => {
  let expected: ProgramState;
  let night: CutOffNight;
  const threads: Worker[] = [];
  const note = (started: unknown) => void threads.push((started as { worker: Worker }).worker);

  beforeAll(async () => {
    expected = await CutOffNight.undisturbed();
  });
  beforeEach(async () => {
    threads.length = 0;
    subscribe("worker_threads", note);
    night = await CutOffNight.begin(shared);
  });
  afterEach(() => {
    unsubscribe("worker_threads", note);
    return night.close();
  });

  test("leaves what a night of one thread leaves, and no thread", async () => {
    await night.again(expected);
    expect(night.calls(isPage)).toBe(pages);
    expect(threads).toHaveLength(1);
    // Of a thread that has ended.
    expect(threads[0]?.threadId).toBe(-1);
  });

  test("fetches every torn page again, whichever thread reads it", async () => {
    const torn = new Set<string>();
    night.proxy.meddle = (exchange, answer) => {
      if (!isPage(exchange) || torn.has(exchange.path)) return;
      torn.add(exchange.path);
      answer.body = answer.body.slice(0, -7);
    };
    await night.again(expected);
    expect(torn.size).toBe(pages);
    expect(night.calls(isPage)).toBe(2 * pages);
  });

  test("goes on from the pages that a night before it has kept", async () => {
    const whole = 6;
    await night.cutOffAfter(whole);
    expect(threads.map(({ threadId }) => threadId)).toEqual([-1]);
    await night.again(expected);
    expect(night.calls(isPage)).toBe(pages - whole);
  });

  test("ends at a cell that can't be read, naming record and field, and writes nothing", async () => {
    night.proxy.meddle = (exchange, answer) => {
      if (isPage(exchange)) answer.body = answer.body.replaceAll('"Twilio Sales"', '"Somebody"');
    };
    await expect(night.org.run()).rejects.toMatchObject({
      code: "UNEXPECTED_ANSWER",
      message: expect.stringMatching(/^Opportunity_Partner__c a\w+: Source__c can't be read/) as string,
    });
    expect(threads.map(({ threadId }) => threadId)).toEqual([-1]);
  });
});
