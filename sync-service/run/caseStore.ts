/**
 * Every opportunity that partners took part in, with its attributions, lines and
 * registrations: packed and parted, so that memory does not grow with their number. Can
 * be gone through as often as wanted.
 */
import { attributionAt, attributionWords, at, opportunityAt, type RecordTexts } from "../crm/attributionRecord.ts";
import type { PackingTexts } from "../crm/attributionPacker.ts";
import { lineAt, lineFrom, lineWords } from "../crm/lineRecord.ts";
import { IdNumbers } from "../crm/idNumbers.ts";
import { packId } from "../crm/packedId.ts";
import type { OpportunityCase } from "../program/creditCase.ts";
import type { AttributionFacts, OpportunityLine, RegistrationFacts } from "../program/facts.ts";
import { DealPart } from "./dealPart.ts";
import { partsFor, RecordSpill } from "./recordSpill.ts";

export class CaseStore {
  readonly attributions = new RecordSpill({ words: attributionWords, keyAt: at.opportunity });
  readonly lines = new RecordSpill({ words: lineWords, keyAt: lineAt.opportunity });
  readonly partners = new IdNumbers();
  /** By number; 0 = none. */
  readonly currencies: (string | null)[] = [null];
  /** By number; 0 = none. */
  readonly families: (string | null)[] = [null];
  /** Opportunities that an approved registration names and no attribution leads to. */
  readonly unattributed: OpportunityCase[] = [];
  readonly #names = new Map<string, string>();
  readonly #registered = new IdNumbers();
  readonly #registrations: RegistrationFacts[][] = [];
  readonly #isAttributed: boolean[] = [];
  #attributionRoom = new Int32Array(0);
  #lineRoom = new Int32Array(0);

  constructor(approved: readonly RegistrationFacts[]) {
    const words = new Int32Array(3);
    for (const registration of approved) {
      if (registration.opportunityId === null) continue;
      packId(registration.opportunityId, words, 0);
      const number = this.#registered.numberOf(words[0]!, words[1]!, words[2]!);
      (this.#registrations[number] ??= []).push(registration);
    }
  }

  /** Before the first record. */
  expect(attributions: number): void {
    const parts = partsFor(attributions);
    this.attributions.splitInto(parts);
    this.lines.splitInto(parts);
  }

  readonly packing: PackingTexts = {
    partnerNumber: (first, second, third) => this.partners.numberOf(first, second, third),
    currencyNumber: (code) => numberIn(this.currencies, code),
    noteName: (opportunityId, name) => void this.#names.set(opportunityId, name),
    isRegistered: (words, from) => {
      const number = this.#registered.find(words[from]!, words[from + 1]!, words[from + 2]!);
      if (number < 0) return false;
      this.#isAttributed[number] = true;
      return true;
    },
  };

  readonly texts: RecordTexts = {
    partnerOf: (number) => this.partners.idOf(number),
    currencyOf: (number) => this.currencies[number] ?? null,
    nameOf: (opportunityId) => this.#names.get(opportunityId),
  };

  partnerNumber(partnerId: string): number {
    const words = new Int32Array(3);
    packId(partnerId, words, 0);
    return this.partners.numberOf(words[0]!, words[1]!, words[2]!);
  }

  familyNumber(family: string | null): number {
    return family === null ? 0 : numberIn(this.families, family);
  }

  /** Ids that approved registrations name and no attribution read so far leads to. */
  unattributedIds(): string[] {
    return Array.from({ length: this.#registered.size }, (_, number) => number)
      .filter((number) => this.#isAttributed[number] !== true)
      .map((number) => this.#registered.idOf(number));
  }

  /** The approved registrations of an opportunity by the words of its id; most have none. */
  registrationsAt(words: Int32Array, from: number): readonly RegistrationFacts[] {
    const number = this.#registered.find(words[from]!, words[from + 1]!, words[from + 2]!);
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
    for (let index = 0; index < this.attributions.parts; index += 1) {
      const records = this.attributions.part(index, this.#attributionRoom);
      const lines = this.lines.part(index, this.#lineRoom);
      this.#attributionRoom = new Int32Array(records.buffer);
      this.#lineRoom = new Int32Array(lines.buffer);
      part.fill(records, lines);
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

  /** No more records will come. */
  settle(): void {
    this.attributions.settle();
    this.lines.settle();
  }

  /** Lets the files go. */
  close(): void {
    this.attributions.close();
    this.lines.close();
  }

  #linesOf(part: DealPart, first: number): OpportunityLine[] {
    const lines: OpportunityLine[] = [];
    for (let line = part.firstLine[first]!; line >= 0; line = part.nextLine[line]!)
      lines.push(lineFrom(part.lineWords, line * lineWords, (number) => this.families[number] ?? null));
    return lines;
  }
}

function numberIn(texts: (string | null)[], text: string): number {
  const known = texts.indexOf(text);
  return known >= 0 ? known : texts.push(text) - 1;
}
