import * as disk from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jest } from "@jest/globals";

/** What fails once the disk is full: every write into a file below the state directory. */
const full = { isFull: false, state: "", files: new Set<number>(), refused: 0 };

jest.unstable_mockModule("node:fs", () => ({
  ...disk,
  default: disk,
  openSync: (path: string, ...rest: [flags: string, mode?: number]) => {
    const file = disk.openSync(path, ...rest);
    full.files.delete(file);
    if (full.state !== "" && path.startsWith(full.state)) full.files.add(file);
    return file;
  },
  writeSync: (...args: Parameters<typeof disk.writeSync>) => {
    refuse(args[0]);
    return disk.writeSync(...args);
  },
  writeFileSync: (...args: Parameters<typeof disk.writeFileSync>) => {
    refuse(args[0]);
    disk.writeFileSync(...args);
  },
}));

function refuse(file: unknown): void {
  if (!full.isFull || typeof file !== "number" || !full.files.has(file)) return;
  full.refused += 1;
  throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", errno: -28 });
}

const { CutOffNight, isNewJob, isPage } = await import("./cutOffNight.ts");
const { ConfigurationError } = await import("../../sync-service/crm/errors.ts");
const { RecordSpill } = await import("../../sync-service/run/recordSpill.ts");

const warning = "checkpoint can't be kept or read; the run goes on without";

describe("A disk that is full", () => {
  let expected: Awaited<ReturnType<typeof CutOffNight.undisturbed>>;
  let night: Awaited<ReturnType<typeof CutOffNight.begin>>;
  beforeAll(async () => {
    expected = await CutOffNight.undisturbed();
  });
  beforeEach(async () => {
    night = await CutOffNight.begin({ pageSize: 700 });
    Object.assign(full, { isFull: true, state: night.state, refused: 0 });
    full.files.clear();
  });
  afterEach(() => {
    Object.assign(full, { isFull: false, state: "" });
    return night.close();
  });

  test("costs the checkpoint and nothing else: the run says so once, and writes what it would have written", async () => {
    await night.again(expected);
    expect(full.refused).toBeGreaterThan(1);
    expect(night.logged.filter((message) => message === warning)).toHaveLength(1);
  });

  test("leaves nothing that the next run would take for whole", async () => {
    await night.cutOffAfter(2);
    expect(night.kept()).toEqual([]);
    full.isFull = false;
    await night.again(expected);
    expect([night.calls(isNewJob), night.calls(isPage)]).toEqual([1, 3]);
  });

  test("that fills up between two runs leaves the second what the first one kept", async () => {
    full.isFull = false;
    await night.cutOffAfter(2);
    full.isFull = true;
    await night.again(expected);
    expect([night.calls(isNewJob), night.calls(isPage)]).toEqual([0, 1]);
    expect(full.refused).toBeGreaterThan(0);
  });
});

describe("A full disk below the rows that a run reads", () => {
  afterEach(() => Object.assign(full, { isFull: false, state: "" }));

  test("ends the run before its first write, and says which directory is meant", () => {
    Object.assign(full, { isFull: true, state: join(tmpdir(), "partner-sync-") });
    const spill = new RecordSpill({ words: 4, keyAt: 0 });
    const page = spill.page();
    const fill = (): void => {
      for (let record = 0; record < 1_000_000; record += 1) page.add();
    };
    expect(fill).toThrow(/temporary files.*ENOSPC.*TMPDIR/);
    expect(fill).toThrow(ConfigurationError);
    spill.close();
  });
});
