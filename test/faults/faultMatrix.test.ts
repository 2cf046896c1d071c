import { join } from "node:path";
import { ended } from "../journeys/command.ts";

const root = join(import.meta.dirname, "../..");

// A process of its own: a rejection that nobody handles ends it, and so fails here.
test("a night under any fault ends as it should, and the next makes it good: every 29th case of the matrix", async () => {
  const { exitCode, output, errors } = await ended([join(root, "test/soak/faults.ts"), "29"], root);
  expect([exitCode, errors]).toEqual([0, ""]);
  expect(output).toMatch(/\d\d of \d{4} cases tried, 0 wrong/);
});
