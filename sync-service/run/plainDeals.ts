/**
 * Judges deals by looks at their packed records: nearly all of them. What needs decimals
 * (huge amounts, fractions of cents) and the deals to which an approved registration adds
 * a row are left to the rules in full. A mistake here would differ from them, which tests
 * compare.
 */
import { at, attributionWords, bit, closedAt, createdAt, dayNumber } from "../crm/attributionRecord.ts";
import { BoundaryHint } from "../program/boundaryHint.ts";
import type { Conversion } from "../program/money.ts";
import type { Day, RegistrationFacts } from "../program/facts.ts";
import type { ProgramPolicy } from "../program/policy.ts";
import type { WindowPlaces } from "../program/plainSums.ts";
import type { PlainVerdict } from "../program/plainVerdict.ts";
import { boundaryCases } from "../program/sentinel.ts";
import type { DateWindow } from "../program/windows.ts";
import type { RecordTexts } from "../crm/attributionRecord.ts";
import { DealAmount } from "./dealAmount.ts";
import type { PlainDeal } from "./dealBook.ts";
import { DealPart } from "./dealPart.ts";
import type { Ledger } from "./judge.ts";
import type { DealNumbers } from "./judgeMessages.ts";
import type { PlainPartners } from "./plainPartners.ts";
import { PlainRows } from "./plainRows.ts";
import { isStoredAs, isStoredPlainly, VerdictBits } from "./storedVerdict.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What the words of records stand for. */
export interface DealLookup {
  readonly packed: Pick<DealNumbers, "currencies" | "families">;
  readonly texts: RecordTexts;
  /** The approved ones of an opportunity by the words of its id; null: they are not known here. */
  readonly registrationsAt: (words: Int32Array, from: number) => readonly RegistrationFacts[] | null;
}

/** What is gathered of plain deals beside the partners' sums. */
export interface PlainLedger extends Pick<
  Ledger,
  "changed" | "deals" | "boundaries" | "programTrailing" | "quarter" | "windows"
> {
  readonly day: { readonly policy: ProgramPolicy; readonly asOf: Day };
}

const noRegistrations: readonly RegistrationFacts[] = [];
/** Rows of one deal are compared each with each. */
const mostRows = 32;

export class PlainDeals {
  readonly #lookup: DealLookup;
  readonly #ledger: PlainLedger;
  readonly #hint: BoundaryHint;
  readonly #partners: PlainPartners;
  readonly #rows: PlainRows;
  readonly #amount: DealAmount;
  readonly #bits = new VerdictBits();
  readonly #windows: WindowNumbers;
  // The deal at hand.
  #part = new DealPart();
  readonly #places: Writable<WindowPlaces> = { future: false, trailing: false, annual: false, yearToDate: false };
  readonly #counted: Writable<PlainDeal> = { cents: 0, resoldCents: 0, rule: "" };

  constructor(lookup: DealLookup, ledger: PlainLedger, conversion: Conversion, partners: PlainPartners) {
    const { policy, asOf } = ledger.day;
    const { trailing, annual, yearToDate } = ledger.windows;
    this.#lookup = lookup;
    this.#ledger = ledger;
    this.#hint = new BoundaryHint(policy, asOf);
    this.#partners = partners;
    this.#rows = new PlainRows(lookup.texts, policy, partners);
    this.#amount = new DealAmount(lookup.packed, policy, conversion);
    this.#windows = {
      asOf: dayNumber(asOf),
      trailing: rangeOf(trailing),
      annual: rangeOf(annual),
      yearToDate: rangeOf(yearToDate),
    };
  }

  enter(part: DealPart): void {
    this.#part = part;
  }

  /** Judges the deal whose first record it is; false: it is not plain, and nothing was done. */
  judge(first: number): boolean {
    const { words } = this.#part;
    const from = first * attributionWords;
    const flags = words[from + at.flags]!;
    const isWon = (flags & bit.isWon) !== 0 && (flags & bit.isClosed) !== 0;
    const registrations =
      (flags & bit.isRegistered) === 0 ? noRegistrations : this.#lookup.registrationsAt(words, from + at.opportunity);
    if (registrations === null || !this.#areRowsPlain(first) || !this.#haveRows(registrations, first)) return false;
    if (!isWon) this.#amount.clear();
    else if (!this.#amount.weigh(this.#part, first)) return false;
    this.#rows.begin(this.#part, first, this.#amount, registrations);
    this.#settle(first);
    if (isWon && !this.#isClear(first)) this.#noteBoundaries(first);
    return true;
  }

  #areRowsPlain(first: number): boolean {
    const { words, next } = this.#part;
    let rows = 0;
    for (let record = first; record >= 0; record = next[record]!) {
      if (!isStoredPlainly(words, record * attributionWords)) return false;
      rows += 1;
    }
    return rows <= mostRows;
  }

  /** an approval adds the partner that has none. */
  #haveRows(registrations: readonly RegistrationFacts[], first: number): boolean {
    return registrations.every(({ partnerId }) => this.#hasRow(partnerId, first));
  }

  #hasRow(partnerId: string, first: number): boolean {
    const { words, next } = this.#part;
    for (let record = first; record >= 0; record = next[record]!)
      if (this.#partners.idOf(words[record * attributionWords + at.partner]!) === partnerId) return true;
    return false;
  }

  /** Whether nothing lies on the edge of a rule, as far as a quick look can tell. */
  #isClear(first: number): boolean {
    const { words, next } = this.#part;
    const closeDay = words[first * attributionWords + at.closeDay]!;
    const closed = closedAt(words, first * attributionWords);
    if (!this.#hint.isDealClear(closeDay, closed)) return false;
    for (let record = first; record >= 0; record = next[record]!) {
      const from = record * attributionWords;
      if ((words[from + at.flags]! & bit.isRegistration) !== 0) continue;
      if (!this.#hint.isRowClear(createdAt(words, from), closed, closeDay)) return false;
    }
    return true;
  }

  #noteBoundaries(first: number): void {
    const { boundaries, day } = this.#ledger;
    boundaries.add(boundaryCases(this.#rows.closing(first), day.policy, day.asOf));
  }

  #settle(first: number): void {
    const { words, next } = this.#part;
    placeIn(this.#windows, words[first * attributionWords + at.closeDay]!, this.#places);
    let isCounted = false;
    for (let record = first; record >= 0; record = next[record]!) {
      if (!this.#partners.isPartner(words[record * attributionWords + at.partner]!)) continue;
      const verdict = this.#rows.verdictOf(first, record);
      this.#settleRow(record * attributionWords, verdict);
      isCounted ||= verdict.status === "Counted";
    }
    if (isCounted && this.#places.trailing) this.#ledger.programTrailing.addCents(this.#amount.cents);
  }

  #settleRow(from: number, verdict: PlainVerdict): void {
    const { words } = this.#part;
    const { quarter, changed } = this.#ledger;
    const { sums } = this.#partners;
    const partner = words[from + at.partner]!;
    const cents = verdict.isCredited ? this.#amount.cents : 0;
    const wanted = this.#bits.of(verdict);
    if (!isStoredAs(words, from, wanted, cents)) changed.addPlain(words, from, wanted, cents);
    const created = createdAt(words, from);
    if (created >= quarter.from && created < quarter.until) sums.noteCreation(partner);
    const resoldCents = this.#resoldOf(verdict);
    sums.add(partner, verdict, cents, resoldCents, this.#places);
    if (verdict.status === "Counted") this.#keepDeal(from, cents, resoldCents, verdict.rule);
  }

  #resoldOf({ resold }: PlainVerdict): number {
    if (resold === "none") return 0;
    return resold === "all" ? this.#amount.cents : this.#amount.resalableCents;
  }

  /** For the evidence of a review. */
  #keepDeal(from: number, cents: number, resoldCents: number, rule: string): void {
    if (!this.#places.trailing && !this.#places.annual) return;
    const { words } = this.#part;
    const deal = this.#counted;
    deal.cents = cents;
    deal.resoldCents = resoldCents;
    deal.rule = rule;
    this.#ledger.deals.addPlain(
      words[from + at.partner]!,
      words,
      from + at.opportunity,
      words[from + at.closeDay]!,
      deal,
    );
  }
}

/** Days as numbers, 20231231. */
interface WindowNumbers {
  readonly asOf: number;
  readonly trailing: DayRange;
  readonly annual: DayRange;
  readonly yearToDate: DayRange;
}

interface DayRange {
  readonly start: number;
  readonly end: number;
}

function rangeOf({ start, end }: DateWindow): DayRange {
  return { start: dayNumber(start), end: dayNumber(end) };
}

function placeIn({ asOf, trailing, annual, yearToDate }: WindowNumbers, day: number, to: Writable<WindowPlaces>): void {
  to.future = day > asOf;
  to.trailing = day >= trailing.start && day <= trailing.end;
  to.annual = day >= annual.start && day <= annual.end;
  to.yearToDate = day >= yearToDate.start && day <= yearToDate.end;
}
