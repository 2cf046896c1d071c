import { fillCount, fillText } from "c/programFormat";
import { formatUsdInFull } from "c/usdAmount";
import type { EvidenceRow } from "./evidenceRow";
import type { EvidenceWindow } from "./evidenceWindows";
import { label } from "./labels";

export interface EvidenceTotals {
  readonly counted: string;
  readonly amount: string;
  readonly others: string;
  /** Whether the rows add up to the tier card, in words; null where the card has no such figure. */
  readonly check: string | null;
  readonly addsUp: boolean;
}

const sum = (rows: readonly EvidenceRow[]): bigint => rows.reduce((total, { cents }) => total + cents, 0n);

function othersText(rows: readonly EvidenceRow[]): string {
  const count = (status: string): number => rows.filter((row) => row.status === status).length;
  return fillText(label.others, count("Excluded"), count("Pending"), count("Lost"));
}

/** Rows that could not all be read are no ground for a total: the stored figure stands in for it. */
export function evidenceTotals(
  rows: readonly EvidenceRow[],
  { storedCents }: EvidenceWindow,
  isCut: boolean,
): EvidenceTotals {
  const counted = rows.filter(({ status }) => status === "Counted");
  const added = sum(counted);
  const isStored = isCut && storedCents !== null;
  const addsUp = isStored || storedCents === null || added === storedCents;
  return {
    counted: fillCount(counted.length, label.countedOne, label.countedMany),
    amount: formatUsdInFull(isStored ? storedCents : added),
    others: othersText(rows),
    check: checkText(storedCents, addsUp, isStored),
    addsUp,
  };
}

function checkText(storedCents: bigint | null, addsUp: boolean, isStored: boolean): string | null {
  if (storedCents === null) return null;
  if (isStored) return label.takenFromCard;
  return addsUp ? label.addsUp : fillText(label.differs, formatUsdInFull(storedCents));
}
