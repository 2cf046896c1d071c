/** A year of nights, `node test/soak/nights.ts [nights]`: 365 from a first import in July on. Fails where one is held. */
import { liveThrough } from "../nights/yearOfNights.ts";

const [nights = 365] = process.argv.slice(2).map(Number);
const start = performance.now();
const told = await liveThrough("2023-07-01", nights, "2024-01-19");
for (const hold of [...told.holds, ...told.failed]) console.error(hold);
console.log(
  `${told.nights} nights, ${told.holds.length} held, ${told.failed.length} rows failed, ${told.moves} partners moved or were reviewed, ${told.published} annual reviews published, ${Math.round((performance.now() - start) / 1000)} s`,
);
process.exitCode = told.holds.length + told.failed.length === 0 ? 0 : 1;
