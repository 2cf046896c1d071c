/** A partner of the sample that shows one rule, with the facts that hold after a run on the sample's day. */
import type { DealSketch, PartnerSketch, RegistrationSketch } from "./sketches.ts";

export interface ExpectedCredit {
  /** Key of the deal. */
  readonly deal: string;
  /** Label; none = the scenario's own partner. */
  readonly partner?: string;
  readonly status: "Counted" | "Pending" | "Lost" | "Excluded";
  readonly reason?: string;
  /** US dollars; none = 0.00. */
  readonly earr?: string;
  readonly isResaleUnauthorized?: boolean;
}

export interface Expected {
  /** `out` fields of the account by API name; "" = blank. */
  readonly account: Readonly<Record<string, string>>;
  /** Rules that the account's explanation cites. */
  readonly explains?: readonly string[];
  /** Every row on the deals named; rows on one deal in the order of their creation. */
  readonly credits?: readonly ExpectedCredit[];
  /** Status by benefit key. */
  readonly benefits?: Readonly<Record<string, string>>;
  /** Types of the reviews that the run adds, in their order; none given = not said. */
  readonly reviews?: readonly string[];
  /** Status after the run, by key. */
  readonly registrations?: Readonly<Record<string, string>>;
}

export interface Scenario {
  readonly partner: PartnerSketch;
  /** One sentence for people. */
  readonly shows: string;
  readonly rules: readonly string[];
  readonly deals: readonly DealSketch[];
  /** Not matched to an opportunity. */
  readonly registrations?: readonly RegistrationSketch[];
  readonly expected: Expected;
}
