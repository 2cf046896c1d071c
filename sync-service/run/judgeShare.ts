/** The thread beside the run's own judges its share of the parts: all deals that are plain and need no registrations. */
import { IdNumbers } from "../crm/idNumbers.ts";
import { lastQuarter } from "../program/activity.ts";
import { BoundaryList } from "../program/boundaryList.ts";
import { CentSum } from "../program/centSum.ts";
import { conversionOf } from "../program/money.ts";
import { windowsAsOf } from "../program/windows.ts";
import { ChangedVerdicts } from "./changedVerdicts.ts";
import { DealBook } from "./dealBook.ts";
import { DealPart } from "./dealPart.ts";
import { DealParts } from "./dealParts.ts";
import { currencyTable, type DealNumbers, type JudgedShare, type JudgeTask } from "./judgeMessages.ts";
import { partnersIn } from "./knownPartners.ts";
import { LeftDeals } from "./leftDeals.ts";
import { NightlyRows } from "./nightlyRows.ts";
import { type DealLookup, PlainDeals, type PlainLedger } from "./plainDeals.ts";
import { PlainPartners } from "./plainPartners.ts";

export function judgeShare(task: JudgeTask): JudgedShare {
  const { sources, nightlyFrom, parts } = task;
  const ids = new IdNumbers();
  ids.addAll(task.numbers.partners);
  const idOf = (partner: number) => ids.idOf(partner);
  const ledger = ledgerFor(task);
  const partners = new PlainPartners(partnersIn(task.partners, idOf));
  const conversion = conversionOf(currencyTable(task.currencies));
  const plain = new PlainDeals(lookupFor(task.numbers, idOf), ledger, conversion, partners);
  const nightlyRows = nightlyFrom === null ? null : new NightlyRows(nightlyFrom);
  const left = new LeftDeals();
  const part = new DealPart();
  const all = new DealParts(sources);
  const next = new Int32Array(task.next);
  let opportunities = 0;
  for (let index = Atomics.add(next, 0, 1); index < parts; index = Atomics.add(next, 0, 1)) {
    all.readInto(part, index);
    plain.enter(part);
    nightlyRows?.add(part);
    opportunities += part.dealCount;
    for (let deal = 0; deal < part.dealCount; deal += 1)
      if (!plain.judge(part.deals[deal]!)) left.add(part, part.deals[deal]!);
  }
  ledger.changed.finish();
  ledger.deals.finish();
  return {
    opportunities,
    sums: partners.sums.shared(),
    changed: ledger.changed.shared(),
    deals: ledger.deals.shared(),
    boundaries: ledger.boundaries.summary(),
    programTrailing: ledger.programTrailing.total.toFixed(),
    nightlyRows: nightlyRows?.counts() ?? {},
    leftAttributions: left.attributions.all(),
    leftLines: left.lines.all(),
  };
}

function ledgerFor({ policy, asOf, parts }: JudgeTask): PlainLedger {
  return {
    changed: new ChangedVerdicts(parts),
    deals: new DealBook(parts > 1),
    boundaries: new BoundaryList(),
    programTrailing: new CentSum(),
    quarter: lastQuarter(asOf, policy.timeZone),
    windows: windowsAsOf(asOf, policy.trailingWindowDays),
    // No verdict hangs on what a tier requires.
    day: { policy: { ...policy, tierRequirements: [] }, asOf },
  };
}

/** Names are for people, and registrations for the run's own thread. */
function lookupFor(numbers: DealNumbers, partnerOf: (partner: number) => string): DealLookup {
  const currencyOf = (number: number) => numbers.currencies[number] ?? null;
  return {
    packed: numbers,
    texts: { partnerOf, currencyOf, nameOf: () => undefined },
    registrationsAt: () => null,
  };
}
