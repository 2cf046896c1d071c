/**
 * The full campaign of cuts: `node test/soak/kill.ts`. Every request of four nights is the last one in turn, once
 * unheard and once unanswered, and every fifth of a process that is killed: over 300 in all.
 */
import { type Cut, killAt, referenceOf } from "../kill/killRun.ts";
import { killScenarios } from "../kill/killScenarios.ts";

let cuts = 0;
let failures = 0;
const start = performance.now();
for (const scenario of killScenarios) {
  const reference = await referenceOf(scenario);
  for (let request = 1; request <= reference.requests; request += 1) {
    const kinds: Cut[] = request % 5 === 0 ? ["unheard", "heard", "SIGKILL"] : ["unheard", "heard"];
    for (const cut of kinds) {
      const { wrong, left, rewritten } = await killAt(scenario, request, cut, reference);
      cuts += 1;
      if (wrong.length + left.length + rewritten === 0) continue;
      failures += 1;
      console.error(`${scenario.name}, ${cut} at ${request}: ${JSON.stringify({ wrong, left, rewritten })}`);
    }
  }
  console.log(`${scenario.name}: ${reference.requests} requests; ${cuts} cuts so far, ${failures} failed`);
}
const seconds = Math.round((performance.now() - start) / 1000);
console.log(`${cuts} cuts, ${failures} not made good, ${seconds} s`);
process.exitCode = failures === 0 && cuts >= 300 ? 0 : 1;
