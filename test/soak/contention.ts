/** 100,000 rows written against locks, with 50 poison rows among them: `node test/soak/contention.ts [rows] [poison]`. */
import { closeConnections } from "../../sync-service/crm/httpExchange.ts";
import { contend } from "../faults/contention.ts";

const [rows = 100_000, poison = 50] = process.argv.slice(2).map(Number);
const start = performance.now();
const { outcome, poisonIds, rowsWritten, locksMet, calls } = await contend(rows, poison);
await closeConnections();
const { failures, written, stopped, passes } = outcome;
const locksLeft = failures.filter(({ code }) => code === "UNABLE_TO_LOCK_ROW").length;
const reported = new Set(failures.map(({ record }) => record));
const isExact = reported.size === failures.length && poisonIds.every((id) => reported.has(id));
console.log(
  `${rows} rows, ${locksMet} locks met, ${locksLeft} left after ${passes.locks} passes of a row; ${failures.length} of ${poison} poison rows reported, alone after ${passes.all} passes, ` +
    `${written} written (${rowsWritten} in the org), ${Math.round((performance.now() - start) / 1000)} s; ${JSON.stringify(calls)}`,
);
const isWell = stopped === null && locksLeft === 0 && passes.locks <= 6 && failures.length === poison && isExact;
process.exitCode = isWell && written === rows - poison && rowsWritten === written ? 0 : 1;
