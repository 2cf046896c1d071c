/** The credit of attributions, and what it sums up to for a partner: shapes only. US dollars. */
import type Big from "big.js";
import type { CreditReason, CreditStatus } from "./facts.ts";

/** The credit of one attribution (R-19..R-27). Independent of the as-of date. */
export interface Verdict {
  readonly status: CreditStatus;
  readonly reason: CreditReason | null;
  /** Influenced plus resold; 0 unless Counted. */
  readonly creditUsd: Big;
  readonly influencedUsd: Big;
  readonly resoldUsd: Big;
  readonly isResaleUnauthorized: boolean;
  /** The clause that decided it, as `R-22`. */
  readonly rule: string;
}

/** Counted revenue of one partner over the windows of one as-of date. */
export interface RevenueFigures {
  readonly trailing: Big;
  readonly trailingInfluenced: Big;
  readonly trailingResold: Big;
  readonly annualWindow: Big;
  readonly yearToDate: Big;
  /** Counted, but closing after the as-of date: outside every window. */
  readonly future: Big;
  readonly futureDeals: number;
  /** Deals closing in the trailing window that are not counted, by reason. */
  readonly excludedInTrailing: Readonly<Partial<Record<CreditReason, number>>>;
}

/** What was seen in the quarter of R-34, training apart. */
export interface QuarterActivity {
  readonly wasRegistrationSubmitted: boolean;
  readonly wasAttributionCreated: boolean;
}
