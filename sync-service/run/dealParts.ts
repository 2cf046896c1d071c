/** The parts of all deals, put together from what each thread has packed. Any thread may read any of them. */
import { at, attributionWords } from "../crm/attributionRecord.ts";
import { lineAt, lineWords } from "../crm/lineRecord.ts";
import type { DealPart } from "./dealPart.ts";
import { RecordSpill, type SpilledRecords, type SpillShape } from "./recordSpill.ts";
import { renumberAttributions, type Renumbering, renumberLines } from "./renumbering.ts";

export const attributionShape: SpillShape = { words: attributionWords, keyAt: at.opportunity };
export const lineShape: SpillShape = { words: lineWords, keyAt: lineAt.opportunity };

/** What one thread has packed; `renumbering` null: with the numbers that count. */
export interface DealSource {
  readonly attributions: SpilledRecords;
  readonly lines: SpilledRecords;
  readonly renumbering: Renumbering | null;
}

type Renumber = (words: Int32Array, renumbering: Renumbering) => void;

export class DealParts {
  readonly #attributions: SourceTable;
  readonly #lines: SourceTable;

  constructor(sources: readonly DealSource[]) {
    this.#attributions = new SourceTable(attributionShape, renumberAttributions);
    this.#lines = new SourceTable(lineShape, renumberLines);
    for (const { attributions, lines, renumbering } of sources) {
      this.#attributions.add(attributions, renumbering);
      this.#lines.add(lines, renumbering);
    }
  }

  /** Valid until the next part is read into the same. */
  readInto(part: DealPart, index: number): void {
    part.fill(this.#attributions.part(index), this.#lines.part(index));
  }
}

/** One table of all sources. */
class SourceTable {
  readonly #shape: SpillShape;
  readonly #renumber: Renumber;
  readonly #sources: { readonly spill: RecordSpill; readonly renumbering: Renumbering | null }[] = [];
  #room = new Int32Array(0);

  constructor(shape: SpillShape, renumber: Renumber) {
    this.#shape = shape;
    this.#renumber = renumber;
  }

  add(records: SpilledRecords, renumbering: Renumbering | null): void {
    const spill = new RecordSpill(this.#shape);
    spill.adopt(records);
    this.#sources.push({ spill, renumbering });
  }

  part(index: number): Int32Array<ArrayBuffer> {
    const total = this.#sources.reduce((sum, { spill }) => sum + spill.wordsOf(index), 0);
    if (this.#room.length < total) this.#room = new Int32Array(Math.ceil(total * 1.2));
    let to = 0;
    for (const { spill, renumbering } of this.#sources) {
      const own = this.#room.subarray(to, to + spill.wordsOf(index));
      spill.copy(index, own, 0);
      if (renumbering) this.#renumber(own, renumbering);
      to += own.length;
    }
    return this.#room.subarray(0, total);
  }
}
