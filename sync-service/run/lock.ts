/**
 * The lock: the record of the run at work has the unique key `active`. A holder
 * that has not been heard of for a lease's time is taken over, so that a crash
 * never blocks the nights after it.
 */
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { abortJobsOf } from "../crm/abortJobs.ts";
import type { Org } from "../crm/org.ts";
import { readActiveRun, readRun } from "../crm/readRuns.ts";
import { createRun, isDuplicate, type RunRow, type RunValues, updateRun } from "../crm/runRecord.ts";
import type { Day } from "../program/facts.ts";
import { Lease } from "./lease.ts";
import { RunLockedError } from "./runErrors.ts";
import type { RunParts, RunRequest } from "./runTypes.ts";

const leaseMs = 120_000;
const attempts = 3;
/** A request whose run breaks off again and again is given up. */
const mostLeases = 3;

/** Who is at work on a run, in its record and in logs: unlike any other, even in one process and second. */
export function newRunner(): string {
  return `${hostname().slice(0, 40)}-${process.pid}-${randomBytes(3).toString("hex")}`;
}

/** The key of a run that is over. */
export function runKeyOf(startedAt: string, by: string): string {
  return `run:${startedAt}:${by}`;
}

/** @throws RunLockedError while another run is at work. */
export async function acquireLock(parts: RunParts, request: RunRequest, asOf: Day): Promise<Lease> {
  const { org } = parts;
  const runner = newRunner();
  let leaseNumber = await firstLease(org, request);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const values = { ...valuesOf(org, request, asOf, leaseNumber), runner };
    const runId = await tryToActivate(org, request, values);
    const holder = runId === null ? await readActiveRun(org) : null;
    // A lost answer: the first try did take the lock, and the second found it taken.
    const ownId = holder?.runner === runner ? holder.id : runId;
    if (ownId !== null) return new Lease(parts, { runId: ownId, ...values });
    if (holder) leaseNumber = Math.max(leaseNumber, await takeOver(parts, holder));
  }
  throw new RunLockedError("Other runs keep taking the lock");
}

/** A request that is carried out for the second time has a number already, which never goes down. */
async function firstLease(org: Org, { requestedRunId }: RunRequest): Promise<number> {
  const row = requestedRunId === null ? null : await readRun(org, requestedRunId);
  return (row?.leaseNumber ?? 0) + 1;
}

type LeaseValues = RunValues & { readonly startedAt: string; readonly leaseNumber: number };

function valuesOf(org: Org, { mode, partnerId }: RunRequest, asOf: Day, leaseNumber: number): LeaseValues {
  const now = org.clock.stamp();
  return {
    key: "active",
    status: "Running",
    mode,
    ...(partnerId === null ? {} : { partnerId }),
    asOfDate: asOf,
    startedAt: now,
    heartbeatAt: now,
    leaseNumber,
  };
}

/** null: the key is taken. */
async function tryToActivate(org: Org, { requestedRunId }: RunRequest, values: RunValues): Promise<string | null> {
  try {
    if (requestedRunId === null) return await createRun(org, values);
    await updateRun(org, requestedRunId, values);
    return requestedRunId;
  } catch (error) {
    if (isDuplicate(error)) return null;
    throw error;
  }
}

/**
 * Frees the key of a holder that is gone; returns the number of the next lease.
 * The number goes up first: from then on the holder writes nothing, should it wake
 * up. Only then are the bulk jobs ended that it left open.
 */
async function takeOver({ org, log }: Pick<RunParts, "org" | "log">, holder: RunRow): Promise<number> {
  const seen = holder.heartbeatAt ?? holder.startedAt ?? 0;
  const age = org.clock.now() - seen;
  if (age < leaseMs)
    throw new RunLockedError(
      `Another run is at work (${holder.runner ?? "unknown"}, last heard of ${Math.max(0, Math.round(age / 1000))} s ago)`,
    );
  const next = (holder.leaseNumber ?? 0) + 1;
  await updateRun(org, holder.id, { leaseNumber: next });
  // It may have woken up in between, and closed a job: as of now it can't any more.
  const fenced = await readRun(org, holder.id);
  const aborted = fenced ? await abortJobsOf(org, { ...fenced, lastModifiedById: holder.lastModifiedById }) : 0;
  log.warn("lock taken over", { from: holder.runner, silentMs: age, aborted });
  await updateRun(org, holder.id, isWorthAnother(holder) ? requestedAgain : brokenOff(org, holder));
  return next;
}

/** Somebody waits for it, and it was not its own fault time and again. */
function isWorthAnother({ mode, leaseNumber }: RunRow): boolean {
  return mode === "On Demand" && (leaseNumber ?? 0) < mostLeases;
}

/** Back in the queue, as it was asked for. */
const requestedAgain: RunValues = { key: null, status: "Requested", runner: "" };

function brokenOff(org: Org, { startedAt, runner, id }: RunRow): RunValues {
  return {
    key: runKeyOf(new Date(startedAt ?? 0).toISOString(), runner ?? id),
    status: "Failed",
    finishedAt: org.clock.stamp(),
    summary: "The run stopped answering; another one took its place.",
  };
}
