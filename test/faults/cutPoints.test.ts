import { join } from "node:path";
import { ended } from "../journeys/command.ts";

const root = join(import.meta.dirname, "../..");

test("result pages cut anywhere are never taken for whole ones, and nothing is written: 25 of 1,000 cut points", async () => {
  const { exitCode, output, errors } = await ended([join(root, "test/soak/cutPoints.ts"), "25"], root);
  expect([exitCode, errors]).toEqual([0, ""]);
  expect(output).toMatch(/^25 cut points, 0 wrong/);
});
