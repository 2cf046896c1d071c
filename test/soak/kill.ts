/**
 * The full campaign of cuts: `node test/soak/kill.ts [night]`. Every request of five nights is the last one in turn, once
 * unheard and once unanswered, and of a process that is killed before the org has heard it, and after.
 */
import { type Cut, killAt, type Reference, referenceOf } from "../kill/killRun.ts";
import { type KillScenario, killScenarios } from "../kill/killScenarios.ts";

const cutsOf: readonly Cut[] = ["unheard", "heard", "SIGKILL", "SIGKILL, heard"];
let cuts = 0;
let failures = 0;
const start = performance.now();
const [only] = process.argv.slice(2).map(Number);
for (const scenario of only === undefined ? killScenarios : killScenarios.slice(only - 1, only)) {
  const reference = await referenceOf(scenario);
  const requests = Array.from({ length: reference.requests }, (_, at) => at + 1);
  for (const [request, cut] of requests.flatMap((request) => cutsOf.map((kind) => [request, kind] as const)))
    await tryCut(scenario, request, cut, reference);
  console.log(`${scenario.name}: ${reference.requests} requests; ${cuts} cuts so far, ${failures} failed`);
}
const seconds = Math.round((performance.now() - start) / 1000);
console.log(`${cuts} cuts, ${failures} not made good, ${seconds} s`);
process.exitCode = failures === 0 && (only !== undefined || cuts >= 300) ? 0 : 1;

async function tryCut(scenario: KillScenario, request: number, cut: Cut, reference: Reference): Promise<void> {
  const { wrong, left, rewritten } = await killAt(scenario, request, cut, reference);
  cuts += 1;
  if (wrong.length + left.length + rewritten === 0) return;
  failures += 1;
  console.error(`${scenario.name}, ${cut} at ${request}: ${JSON.stringify({ wrong, left, rewritten })}`);
}
