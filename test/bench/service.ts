/** This service: reading and deciding alone, and whole runs. */
import type Big from "big.js";
import { openOrg, type Org } from "../../sync-service/crm/org.ts";
import { readPolicies } from "../../sync-service/crm/readPolicy.ts";
import { createLogger } from "../../sync-service/logger.ts";
import { decideToWrite } from "../../sync-service/run/decide.ts";
import { programDay } from "../../sync-service/run/programDay.ts";
import { readOrg } from "../../sync-service/run/readOrg.ts";
import { runSync } from "../../sync-service/run/runSync.ts";
import { silentProgress } from "../../sync-service/run/terminal.ts";
import { nightly } from "../../sync-service/waitingRuns.ts";
import { type Came, type Place, rowsIn } from "./place.ts";

export async function readAndDecide(place: Place): Promise<Came> {
  const org = orgAt(place);
  const { directory } = place;
  const began = performance.now();
  const day = programDay(await readPolicies(org), null, org.clock.now());
  const facts = await readOrg(org, { scope: { partnerId: null }, asOf: day.asOf, withNames: false }, silentProgress);
  const readSeconds = (performance.now() - began) / 1000;
  const { inputs, judgement } = await decideToWrite(facts, day);
  const figures = () =>
    Array.from(inputs, ({ partner, revenue }) => {
      const cents = (amount: Big) => amount.times(100).toFixed(0);
      return [
        partner.id,
        cents(revenue.trailingInfluenced),
        cents(revenue.trailingResold),
        cents(revenue.annualWindow),
        cents(revenue.yearToDate),
        cents(revenue.future),
        String(revenue.futureDeals),
      ];
    });
  const outcome = { changed: judgement.changed.count, readSeconds };
  return { rows: rowsIn(directory), calls: org.budget.calls, outcome, figures };
}

/** Reads all deals, however many there are. */
export function wholeRun(place: Place): Promise<Came> {
  return runOf(place, true);
}

/** As most nights of a large programme are. */
export function filteredNight(place: Place): Promise<Came> {
  return runOf(place, false);
}

async function runOf(place: Place, isFullReading: boolean): Promise<Came> {
  const org = orgAt(place);
  const { directory } = place;
  const result = await runSync(
    { org, log: createLogger("silent"), progress: silentProgress },
    { ...nightly, isFullReading },
  );
  const { status, rowsWritten, rowsFailed, held, failures, planHash, reading } = result;
  const outcome = { status, rowsWritten, rowsFailed, held, planHash, reading, failures: failures.slice(0, 3) };
  const rows = rowsIn(directory, reading?.kind === "Filtered" ? "recent" : "attributions");
  return { rows, calls: org.budget.calls, outcome };
}

function orgAt({ url: loginUrl, clientId, clientSecret }: Place): Org {
  return openOrg({ kind: "client credentials", loginUrl, clientId, clientSecret });
}
