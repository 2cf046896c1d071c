/**
 * Every opportunity that partners took part in, with its attributions, lines and
 * registrations: packed and parted, so that memory does not grow with their number. Can
 * be gone through as often as wanted.
 */
import { attributionAt, attributionWords, at, opportunityAt, type RecordTexts } from "../crm/attributionRecord.ts";
import { lineFrom, lineWords } from "../crm/lineRecord.ts";
import { IdNumbers } from "../crm/idNumbers.ts";
import { packId } from "../crm/packedId.ts";
import type { OpportunityCase } from "../program/creditCase.ts";
import type { AttributionFacts, OpportunityLine, RegistrationFacts } from "../program/facts.ts";
import { DealPart } from "./dealPart.ts";
import { DealParts, type DealSource } from "./dealParts.ts";
import type { DealThread } from "./dealThread.ts";
import type { DealTable } from "./dealThreadMessages.ts";
import { PackedDeals, type SharedDeals } from "./packedDeals.ts";
import { closeSpilled, recordsIn } from "./recordSpill.ts";
import { renumberingOf } from "./renumbering.ts";

export class CaseStore {
  /** Opportunities that an approved registration names and no attribution leads to. */
  readonly unattributed: OpportunityCase[] = [];
  /** The opportunities that an approved registration names. */
  readonly registered = new IdNumbers();
  /** What this thread has packed. */
  readonly packed = new PackedDeals(this.registered);
  /** The thread that has read its share of the deals, and may judge its share; null: there is none. */
  thread: Pick<DealThread, "judge" | "stop" | "abandon"> | null = null;
  readonly #adopted: DealSource[] = [];
  readonly #registrations: RegistrationFacts[][] = [];

  constructor(approved: readonly RegistrationFacts[]) {
    const words = new Int32Array(3);
    for (const registration of approved) {
      if (registration.opportunityId === null) continue;
      packId(registration.opportunityId, words, 0);
      const number = this.registered.numberOf(words[0]!, words[1]!, words[2]!);
      (this.#registrations[number] ??= []).push(registration);
    }
  }

  get partCount(): number {
    return this.packed.attributions.parts;
  }

  /** Takes over what another thread has packed, once all is read. */
  adopt(deals: SharedDeals): void {
    const { attributions, lines, isAttributed } = deals;
    this.#adopted.push({ attributions, lines, renumbering: renumberingOf(deals, this.packed) });
    for (const [number, isIt] of isAttributed.entries()) if (isIt) this.packed.isAttributed[number] = true;
  }

  /** Rows of one table that any thread has packed. */
  rowsOf(table: DealTable): number {
    return this.sources().reduce((sum, source) => sum + recordsIn(source[table]), 0);
  }

  /** What each thread has packed. */
  sources(): DealSource[] {
    const { attributions, lines } = this.packed;
    return [{ attributions: attributions.shared(), lines: lines.shared(), renumbering: null }, ...this.#adopted];
  }

  readonly texts: RecordTexts = {
    partnerOf: (number) => this.packed.partners.idOf(number),
    currencyOf: (number) => this.packed.currencies[number] ?? null,
    nameOf: (opportunityId) => this.packed.names.get(opportunityId),
  };

  partnerNumber(partnerId: string): number {
    const words = new Int32Array(3);
    packId(partnerId, words, 0);
    return this.packed.partners.numberOf(words[0]!, words[1]!, words[2]!);
  }

  /** Ids that approved registrations name and no attribution read so far leads to. */
  unattributedIds(): string[] {
    return Array.from({ length: this.registered.size }, (_, number) => number)
      .filter((number) => this.packed.isAttributed[number] !== true)
      .map((number) => this.registered.idOf(number));
  }

  /** The approved registrations of an opportunity by the words of its id; most have none. */
  registrationsAt(words: Int32Array, from: number): readonly RegistrationFacts[] {
    const number = this.registered.find(words[from]!, words[from + 1]!, words[from + 2]!);
    return number < 0 ? [] : this.#registrations[number]!;
  }

  registrationsOf(opportunityId: string): readonly RegistrationFacts[] {
    const words = new Int32Array(3);
    packId(opportunityId, words, 0);
    return this.registrationsAt(words, 0);
  }

  /** Part by part, each valid until the next. */
  *parts(): Generator<DealPart> {
    const part = new DealPart();
    const parts = new DealParts(this.sources());
    for (let index = 0; index < this.partCount; index += 1) {
      parts.readInto(part, index);
      yield part;
    }
  }

  /** Every opportunity as the rules know it. */
  *cases(): Generator<OpportunityCase> {
    for (const part of this.parts())
      for (let deal = 0; deal < part.dealCount; deal += 1) yield this.caseAt(part, part.deals[deal]!);
    yield* this.unattributed;
  }

  /** The opportunity of a part whose first record it is. */
  caseAt(part: DealPart, first: number): OpportunityCase {
    const { words } = part;
    const opportunity = opportunityAt(words, first * attributionWords, this.texts);
    const attributions: AttributionFacts[] = [];
    for (let record = first; record >= 0; record = part.next[record]!)
      attributions.push(attributionAt(words, record * attributionWords, this.texts));
    const registrations = this.registrationsAt(words, first * attributionWords + at.opportunity);
    return { opportunity: { ...opportunity, lines: this.#linesOf(part, first) }, attributions, registrations };
  }

  /** Lets thread and files go. */
  close(): void {
    void this.thread?.stop();
    this.packed.close();
    // Taken out first: a number closed twice may be another file's by then.
    for (const { attributions, lines } of this.#adopted.splice(0)) {
      closeSpilled(attributions);
      closeSpilled(lines);
    }
  }

  #linesOf(part: DealPart, first: number): OpportunityLine[] {
    const lines: OpportunityLine[] = [];
    for (let line = part.firstLine[first]!; line >= 0; line = part.nextLine[line]!)
      lines.push(lineFrom(part.lineWords, line * lineWords, (number) => this.packed.families[number] ?? null));
    return lines;
  }
}
