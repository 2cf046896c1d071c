/** A fixed sample of `node test/soak/kill.ts`: a night may be cut off at any request. */
import { type Cut, killAt, type Reference, referenceOf } from "./killRun.ts";
import { killScenarios } from "./killScenarios.ts";

/** Shares of the night's requests: in reading, in writing, and near the end. */
const sample: readonly (readonly [share: number, cut: Cut])[] = [
  [0.6, "SIGKILL, heard"],
  [0.75, "SIGKILL"],
  [0.9, "unheard"],
];

describe.each(killScenarios.map((scenario) => [scenario.name, scenario] as const))("%s", (_name, scenario) => {
  let reference: Reference;
  beforeAll(async () => {
    reference = await referenceOf(scenario);
  });

  test.each(sample)(
    "cut off at %d of its requests (%s) is made good by the next, with nothing wrong in between",
    async (share, cut) => {
      const request = Math.ceil(share * reference.requests);
      expect(await killAt(scenario, request, cut, reference)).toEqual({ wrong: [], left: [], rewritten: 0 });
    },
  );
});
