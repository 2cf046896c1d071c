/**
 * The fault matrix: every fault at every call it can befall, first, middle and last.
 * `node test/soak/faults.ts [every] [fault]`: every case, or every nth; of one fault alone. A rejection that nobody handles ends the process.
 */
import { closeConnections } from "../../sync-service/crm/httpExchange.ts";
import { matrixOf, tryCase } from "../faults/matrix.ts";
import { callsOf, MATRIX_FIELDS, type MatrixField } from "../faults/matrixFields.ts";

const every = Number(process.argv[2] ?? 1);
const only = process.argv[3];
const start = performance.now();
const REPORT_EVERY = 250;
/** An org has 100,000 calls a day, and a case takes a hundred: later ones would meet the end of the allowance. */
const CASES_AN_ORG = 100;
let tried = 0;
let wrong = 0;

async function tryField({ name, open }: MatrixField): Promise<void> {
  let field = await open();
  try {
    const well = await field.run();
    for (const one of matrixOf(await callsOf(field))) {
      tried += 1;
      if (tried % REPORT_EVERY === 0) console.log(`${tried} cases so far, ${wrong} wrong`);
      if (tried % every !== 0 || (only !== undefined && one.fault !== only)) continue;
      if (tried % CASES_AN_ORG === 0) {
        await field.close();
        field = await open();
      }
      const faults = await tryCase(field, one, well);
      if (faults.length === 0) continue;
      wrong += 1;
      console.error(
        `${name}: ${one.fault} at ${one.endpoint}${one.object === null ? "" : ` of ${one.object}`} ${one.nth}: ${faults.join("; ")}`,
      );
    }
  } finally {
    await field.close();
  }
}

for (const field of MATRIX_FIELDS) await tryField(field);
await closeConnections();
const cases = Math.floor(tried / every);
console.log(`${cases} of ${tried} cases tried, ${wrong} wrong, ${Math.round((performance.now() - start) / 1000)} s`);
process.exitCode = wrong === 0 ? 0 : 1;
