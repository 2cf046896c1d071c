/** A partner's last published reviews, computed again from what the org holds now. */
import type { Org } from "../crm/org.ts";
import type { ServicePolicy } from "../crm/readPolicy.ts";
import { readReceipts } from "../crm/readReceipts.ts";
import { type ReceiptCheck, replayReceipt, type StoredReceipt } from "../program/receipt.ts";
import { selectPolicy } from "../program/policy.ts";
import { decide } from "./decide.ts";
import { forget } from "./judge.ts";
import type { ProgramDay } from "./programDay.ts";
import type { OrgFacts } from "./readOrg.ts";

export interface ReplayCase {
  readonly partnerId: string;
  /** The partner's own facts; verdicts do not depend on a day, so they serve any. */
  readonly facts: OrgFacts;
  readonly policies: readonly ServicePolicy[];
  readonly day: ProgramDay;
}

/** Those of the last day, up to the day asked for, on which any was published; none where there is none. */
export async function replayReceipts(org: Org, replay: ReplayCase): Promise<ReceiptCheck[]> {
  const receipts = await readReceipts(org, replay.partnerId, replay.day.asOf);
  const checks: ReceiptCheck[] = [];
  for (const receipt of receipts) checks.push(await replayOne(receipt, replay));
  return checks;
}

async function replayOne(
  receipt: StoredReceipt,
  { facts, policies, day, partnerId }: ReplayCase,
): Promise<ReceiptCheck> {
  const asOf = receipt.asOfDate;
  const policy = policyOn(policies, asOf) ?? day.policy;
  const { inputs, judgement } = await decide(facts, { ...day, asOf, policy });
  const check = replayReceipt(
    receipt,
    { ...inputs.of(partnerId), deals: judgement.deals.ofOne(judgement.numberOf(partnerId)) },
    policy,
  );
  forget(judgement);
  return check;
}

/** null: its rows are gone since, which the comparison shows. */
function policyOn(policies: readonly ServicePolicy[], asOf: string): ServicePolicy | null {
  try {
    const { name } = selectPolicy(policies, asOf);
    return policies.find((policy) => policy.name === name) ?? null;
  } catch {
    return null;
  }
}
