/** What the ledger of runs says: one that hangs, one that waits for a person, none for too long. */
import type { Org } from "../crm/org.ts";
import type { ServicePolicy } from "../crm/readPolicy.ts";
import { readActiveRun, readHeldRuns, readLastGoodRun } from "../crm/readRuns.ts";
import { type Finding, ok, warning } from "./finding.ts";

const hourMs = 3_600_000;
/** A holder that is silent for longer is taken over by the next run. */
const leaseMs = 120_000;

export async function checkRuns(org: Org, { staleAfterHours }: ServicePolicy): Promise<Finding[]> {
  const [active, held, last] = [await readActiveRun(org), await readHeldRuns(org), await readLastGoodRun(org)];
  const now = org.clock.now();
  const silentMs = now - (active?.heartbeatAt ?? active?.startedAt ?? now);
  return [
    lastRun(last?.startedAt ?? null, now, staleAfterHours),
    ...(active !== null && silentMs > leaseMs
      ? [
          warning(
            "Lock",
            `A run of ${active.runner ?? "an unknown runner"} has been silent for ${Math.round(silentMs / 1000)} s`,
            "nothing: the next run takes its place",
          ),
        ]
      : []),
    ...held.map(({ id, mode, planHash }) =>
      warning(
        "Held runs",
        `${mode === "Annual" ? "The annual review" : "A run"} waits for approval (${id})`,
        `read its plan; to let it through: npm run sync -- --approve ${planHash ?? "HASH"}`,
      ),
    ),
  ];
}

function lastRun(startedAt: number | null, now: number, staleAfterHours: number): Finding {
  if (startedAt === null)
    return warning(
      "Last run",
      "No run over all partners has completed yet",
      "look at one first: npm run sync -- --dry-run",
    );
  const hours = Math.floor((now - startedAt) / hourMs);
  const state = `The last run over all partners began ${hours} h ago`;
  if (hours <= staleAfterHours) return ok("Last run", state);
  return warning(
    "Last run",
    `${state}; after ${staleAfterHours} h the pages call figures stale`,
    "see that `npm start` runs somewhere, and what its log says",
  );
}
