/** Goes through all parts of the deals; where there is a thread beside the run's own, each takes the next that is left. */
import Big from "big.js";
import type { CreditContext } from "../program/creditCase.ts";
import { DealPart } from "./dealPart.ts";
import { DealParts } from "./dealParts.ts";
import type { DealThread } from "./dealThread.ts";
import type { Ledger } from "./judge.ts";
import { type JudgedShare, type JudgeTask, sharedCurrencies } from "./judgeMessages.ts";
import { partnersOf, partnerTable } from "./knownPartners.ts";
import type { PlainPartners } from "./plainPartners.ts";
import type { OrgFacts } from "./readOrg.ts";

interface Judging {
  readonly facts: OrgFacts;
  readonly ledger: Ledger;
  readonly partners: PlainPartners;
  readonly context: CreditContext;
  /** Another thread may judge plain deals. */
  readonly isShared: boolean;
}

type JudgePart = (part: DealPart) => Promise<void>;

/** Returns how many opportunities there are. */
export async function judgeParts(judging: Judging, judgePart: JudgePart): Promise<number> {
  const { facts, isShared } = judging;
  const { cases } = facts;
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  try {
    const share = isShared && cases.thread ? shareOf(cases.thread, judging, next) : null;
    const part = new DealPart();
    const parts = new DealParts(cases.sources());
    let opportunities = 0;
    for (let index = Atomics.add(next, 0, 1); index < cases.partCount; index = Atomics.add(next, 0, 1)) {
      parts.readInto(part, index);
      facts.nightlyRows?.add(part);
      opportunities += part.dealCount;
      await judgePart(part);
    }
    return opportunities + (share ? await takeOver(await share, judging, judgePart) : 0);
  } finally {
    await cases.thread?.stop();
    cases.thread = null;
  }
}

/** What the other thread judges while this one does. */
function shareOf(
  thread: Pick<DealThread, "judge">,
  { facts, ledger, context }: Judging,
  next: Int32Array,
): Promise<JudgedShare> {
  const { cases, currencies, nightlyRows } = facts;
  const { partners, currencies: codes, families } = cases.packed;
  const { tierRequirements: _none, ...policy } = ledger.day.policy;
  const known = partnersOf((number) => partners.idOf(number), context.standingOf);
  const task: JudgeTask = {
    sources: cases.sources(),
    numbers: { partners: partners.words(), currencies: codes, families },
    partners: partnerTable(known, partners.size),
    policy,
    currencies: sharedCurrencies(currencies),
    asOf: ledger.day.asOf,
    nightlyFrom: nightlyRows?.from ?? null,
    parts: cases.partCount,
    next: next.buffer as SharedArrayBuffer,
  };
  return thread.judge(task);
}

/** Adds what the other thread has found, and judges what it left. */
async function takeOver(
  share: JudgedShare,
  { facts, ledger, partners }: Judging,
  judgePart: JudgePart,
): Promise<number> {
  partners.sums.addShared(share.sums);
  ledger.changed.adopt(share.changed);
  ledger.deals.adopt(share.deals);
  ledger.boundaries.addSummary(share.boundaries);
  ledger.programTrailing.add(new Big(share.programTrailing));
  facts.nightlyRows?.addCounts(share.nightlyRows);
  const left = new DealPart();
  left.fill(new Int32Array(share.leftAttributions), new Int32Array(share.leftLines));
  await judgePart(left);
  return share.opportunities;
}
