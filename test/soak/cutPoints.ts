/** Result pages cut at 1,000 places: `node test/soak/cutPoints.ts [count]`. Each has to be seen, and nothing written. */
import { closeConnections } from "../../sync-service/crm/httpExchange.ts";
import { cutField, cutPoints, tryCut } from "../faults/cutPoint.ts";
import { dump } from "../faults/storedState.ts";

const points = cutPoints(Number(process.argv[2] ?? 1000));
const start = performance.now();
const field = await cutField();
const untouched = dump(field.local.org.store.db);
let wrong = 0;
for (const point of points) {
  const faults = await tryCut(field, point, untouched);
  if (faults.length === 0) continue;
  wrong += 1;
  console.error(`${point.name}: ${faults.join("; ")}`);
}
field.reset();
const well = await field.run();
if (well.exitCode !== 0) console.error(`Without damage: exit code ${well.exitCode}: ${String(well.error)}`);
await field.close();
await closeConnections();
console.log(`${points.length} cut points, ${wrong} wrong, ${Math.round((performance.now() - start) / 1000)} s`);
process.exitCode = wrong === 0 && well.exitCode === 0 ? 0 : 1;
