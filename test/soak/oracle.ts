/**
 * The full campaign of the oracle: `node test/soak/oracle.ts [programmes] [first]`, 500 from number 1 unless told.
 * Fails where service and oracle differ, or an edge was met fewer than 20 times, so that no agreement is an empty one.
 */
import { Campaign } from "../oracle/campaign.ts";
import { runProgramme } from "../oracle/runProgramme.ts";

const TIMES_EACH_EDGE = 20;
const [programmes = 500, first = 1] = process.argv.slice(2).map(Number);

function print(campaign: Campaign, seconds: number): boolean {
  for (const { kind, what, count } of campaign.counts) console.log(`${String(count).padStart(8)}  ${kind}: ${what}`);
  const missed = campaign.metLessThan(TIMES_EACH_EDGE);
  for (const { kind, what, count } of missed) console.error(`Met only ${count} times: ${kind}: ${what}`);
  const differing = new Set(campaign.differences.map(({ programme }) => programme));
  console.log(
    `${campaign.programmes} programmes, ${campaign.fields} fields compared, ${campaign.differences.length} differences` +
      ` in ${differing.size} programmes, ${seconds} s`,
  );
  return campaign.differences.length === 0 && missed.length === 0;
}

const campaign = new Campaign();
const start = process.hrtime.bigint();
for (let programme = first; programme < first + programmes; programme += 1) {
  const comparison = await runProgramme(programme);
  campaign.add(programme, comparison);
  for (const { object, label, field, expected, found } of comparison.differences)
    console.error(`Programme ${programme}: ${object} ${label} ${field}: expected ${expected}, found ${found}`);
  if (programme % 25 === 0) console.log(`Programme ${programme} done, ${campaign.fields} fields so far`);
}
process.exitCode = print(campaign, Number((process.hrtime.bigint() - start) / 1_000_000_000n)) ? 0 : 1;
