/** A process of its own: prints, to the letter, everything that a run over the whole programme would write. */
import { localCredentials } from "../../sync-service/crm/localConnection.ts";
import { closeConnections } from "../../sync-service/crm/httpExchange.ts";
import { openOrg } from "../../sync-service/crm/org.ts";
import { readPolicies } from "../../sync-service/crm/readPolicy.ts";
import { planOf } from "../../sync-service/program/plan.ts";
import { compare } from "../../sync-service/run/compare.ts";
import { decideToWrite } from "../../sync-service/run/decide.ts";
import { evidencedReviews } from "../../sync-service/run/evidencedReviews.ts";
import { planText } from "../../sync-service/run/planText.ts";
import { programDay } from "../../sync-service/run/programDay.ts";
import { readingRecordOf } from "../../sync-service/run/guard.ts";
import { readOrg } from "../../sync-service/run/readOrg.ts";
import { silentProgress } from "../../sync-service/run/terminal.ts";

const org = openOrg(localCredentials(process.argv[2]));
const policies = await readPolicies(org);
const day = programDay(policies, null, org.clock.now());
const facts = await readOrg(org, { scope: { partnerId: null }, asOf: day.asOf, withNames: false }, silentProgress);
const decided = await decideToWrite(facts, day);
const { asItIs } = decided;
const plan = planOf(asItIs, []);
const { verdicts, reviewed, benefits, partners, changes: changesOf, ...rows } = compare(asItIs, decided);
const accounts = partners.map(({ id, values }) => ({ id, values: values() }));
const lazy = { benefits: [...benefits], verdicts: [...verdicts.groups()], accounts, changes: changesOf() };
const changes = { ...rows, ...lazy, reviews: [...evidencedReviews(reviewed, decided, day)] };
process.stdout.write(
  `${day.asOf} ${plan.hash}\n${planText(plan, asItIs, readingRecordOf(facts, null))}\n${JSON.stringify(changes)}\n`,
);
await closeConnections();
