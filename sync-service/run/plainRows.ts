/** The verdicts of a packed deal's rows, out of a table that the rules themselves fill. */
import {
  at,
  attributionAt,
  attributionWords,
  bit,
  closedAt,
  createdAt,
  opportunityAt,
  type RecordTexts,
} from "../crm/attributionRecord.ts";
import type { OpportunityFacts, RegistrationFacts } from "../program/facts.ts";
import { type Approval, approvalOf } from "../program/participation.ts";
import { approvalKind, type PlainCase, type PlainVerdict, PlainVerdicts } from "../program/plainVerdict.ts";
import type { ProgramPolicy } from "../program/policy.ts";
import type { Closing } from "../program/sentinel.ts";
import type { DealAmount } from "./dealAmount.ts";
import { DealPart } from "./dealPart.ts";
import type { PlainPartners } from "./plainPartners.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const approvalNumber: Readonly<Record<Approval, number>> = {
  none: approvalKind.none,
  "in time": approvalKind.inTime,
  late: approvalKind.late,
};

export class PlainRows {
  readonly #texts: RecordTexts;
  readonly #policy: ProgramPolicy;
  readonly #partners: PlainPartners;
  readonly #verdicts: PlainVerdicts;
  // The deal at hand.
  #part = new DealPart();
  #isWon = false;
  #opportunity: OpportunityFacts | null = null;
  #registrations: readonly RegistrationFacts[] = [];
  readonly #case: Writable<PlainCase> = {
    isClosed: false,
    isWon: false,
    isRegistration: false,
    isResold: false,
    afterClose: 0,
    revenue: 0,
    isResaleAuthorized: false,
    approval: approvalKind.none,
    hasLeftOut: false,
  };

  constructor(texts: RecordTexts, policy: ProgramPolicy, partners: PlainPartners) {
    this.#texts = texts;
    this.#policy = policy;
    this.#partners = partners;
    this.#verdicts = new PlainVerdicts(policy);
  }

  begin(part: DealPart, first: number, amount: DealAmount, registrations: readonly RegistrationFacts[]): void {
    const from = first * attributionWords;
    const flags = part.words[from + at.flags]!;
    this.#part = part;
    this.#registrations = registrations;
    this.#case.isWon = (flags & bit.isWon) !== 0;
    this.#case.isClosed = (flags & bit.isClosed) !== 0;
    this.#case.revenue = amount.revenue;
    this.#case.hasLeftOut = amount.hasLeftOut;
    this.#isWon = this.#case.isWon && this.#case.isClosed;
    this.#opportunity = this.#isWon && registrations.length > 0 ? opportunityAt(part.words, from, this.#texts) : null;
  }

  /** `first` is the deal's first record. */
  verdictOf(first: number, record: number): PlainVerdict {
    const alone = this.#aloneAt(record);
    const isOnlyRow = this.#part.next[first]! < 0;
    if (isOnlyRow || !this.#isWon || !this.#isOutranked(first, record, alone)) return alone;
    return this.#verdicts.duplicate;
  }

  /** What a boundary case is told from. */
  closing(first: number): Closing {
    const { words, next } = this.#part;
    const attributions: Closing["attributions"][number][] = [];
    for (let record = first; record >= 0; record = next[record]!) {
      const from = record * attributionWords;
      if (!this.#partners.isPartner(words[from + at.partner]!)) continue;
      attributions.push({ attribution: attributionAt(words, from, this.#texts) });
    }
    return { opportunity: opportunityAt(words, first * attributionWords, this.#texts), attributions };
  }

  /** another row of the partner is valid and, where this one is too, the earlier. */
  #isOutranked(first: number, record: number, { isValid }: PlainVerdict): boolean {
    const { words, next } = this.#part;
    const partner = words[record * attributionWords + at.partner];
    for (let other = first; other >= 0; other = next[other]!) {
      if (other === record || words[other * attributionWords + at.partner] !== partner) continue;
      if (this.#aloneAt(other).isValid && (!isValid || isBefore(words, other, record))) return true;
    }
    return false;
  }

  #aloneAt(record: number): PlainVerdict {
    const { words } = this.#part;
    const from = record * attributionWords;
    const flags = words[from + at.flags]!;
    const partner = words[from + at.partner]!;
    const isOf = this.#case;
    isOf.isRegistration = (flags & bit.isRegistration) !== 0;
    isOf.isResold = (flags & bit.isResold) !== 0;
    isOf.afterClose = createdAt(words, from) - closedAt(words, from);
    isOf.isResaleAuthorized =
      this.#isWon && isOf.isResold && this.#partners.isResaleAuthorized(partner, words[from + at.closeDay]!);
    isOf.approval = this.#opportunity === null ? approvalKind.none : this.#approvalOf(partner, this.#opportunity);
    return this.#verdicts.verdictOf(isOf);
  }

  #approvalOf(partner: number, opportunity: OpportunityFacts): number {
    return approvalNumber[approvalOf(this.#registrations, this.#partners.idOf(partner), opportunity, this.#policy)];
  }
}

/** By creation, then id: the words of ids compare as their characters do in ASCII. */
function isBefore(words: Int32Array, one: number, other: number): boolean {
  const [from, to] = [one * attributionWords, other * attributionWords];
  const later = createdAt(words, to) - createdAt(words, from);
  if (later !== 0) return later > 0;
  for (let word = at.id; word < at.opportunity; word += 1)
    if (words[from + word] !== words[to + word]) return words[from + word]! < words[to + word]!;
  return false;
}
