import { join } from "node:path";
import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { ended } from "./command.ts";

const sample = join(import.meta.dirname, "../../data/sample");
const script = join(import.meta.dirname, "printPlan.ts");

/** Five minutes after midnight and five before the next, in Los Angeles: in UTC two dates. */
const earlyAndLate = ["2023-12-15T08:05:00Z", "2023-12-16T07:55:00Z"] as const;
const zones = ["Pacific/Kiritimati", "America/Los_Angeles"] as const;

describe("The same run at another time of day and in another time zone", () => {
  const orgs: TestOrg[] = [];
  afterAll(() => Promise.all(orgs.map((org) => org.close())));

  test("R-9 gives the same plan and the same rows, byte by byte", async () => {
    const plans: string[] = [];
    for (const now of earlyAndLate) {
      const org = await startOrg({ seed: sample, now });
      orgs.push(org);
      const file = join(org.directory.path, "org", "connection.json");
      for (const TZ of zones) {
        const { exitCode, output, errors } = await ended([script, file], org.directory.path, { TZ });
        expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
        plans.push(output);
      }
    }
    const [first, ...others] = plans;
    expect(first).toMatch(/^2023-12-15 [0-9a-f]{64}\n/);
    expect(first?.length).toBeGreaterThan(100_000);
    expect(others).toHaveLength(3);
    for (const other of others) expect(other === first).toBe(true);
  });

  test("R-9 five minutes later it is the next day in Los Angeles, wherever the machine stands", async () => {
    const org = await startOrg({ seed: sample, now: "2023-12-16T08:00:00Z" });
    orgs.push(org);
    const file = join(org.directory.path, "org", "connection.json");
    const { output } = await ended([script, file], org.directory.path, { TZ: "Pacific/Kiritimati" });
    expect(output.slice(0, 10)).toBe("2023-12-16");
  });
});
