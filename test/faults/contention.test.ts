import { contend } from "./contention.ts";

test("of 4,000 rows, a fifth of them locked, all are written but the 10 that can't be, and those are reported one by one", async () => {
  const { outcome, poisonIds, rowsWritten, locksMet } = await contend(4_000, 10);
  expect(locksMet).toBeGreaterThan(1_000);
  expect(outcome).toMatchObject({ written: 3_990, stopped: null });
  expect(outcome.passes.locks).toBeLessThanOrEqual(6);
  expect(outcome.failures.map(({ record }) => record).sort()).toEqual([...poisonIds].sort());
  for (const { code, advice } of outcome.failures) {
    expect(["FIELD_CUSTOM_VALIDATION_EXCEPTION", "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"]).toContain(code);
    expect(advice.length).toBeGreaterThan(10);
  }
  expect(rowsWritten).toBe(3_990);
});
