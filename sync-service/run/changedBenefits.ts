/** Benefit rows that a run changes, held back until the guards have passed: on a first night there are seventeen a partner. */
import { idAt, idWords, packId } from "../crm/packedId.ts";
import type { BenefitWrite } from "../crm/writeBenefits.ts";
import type { BenefitDecision } from "../program/decision.ts";

/** The row's id, blank for a new one, and the number of what it is to say. */
const words = idWords + 1;
const rowsAtOnce = 4096;

/** Some of the rows, one after the other. */
export interface BenefitRange {
  readonly from: number;
  readonly until: number;
}

export const noBenefits: BenefitRange = { from: 0, until: 0 };

type Told = Pick<BenefitWrite, "benefitKey" | "status" | "isAvailable" | "reason">;

export class ChangedBenefits {
  readonly #blocks: Int32Array[] = [];
  readonly #told: Told[] = [];
  readonly #numbers = new Map<string, number>();
  #count = 0;

  /** The benefits of one partner's decision that differ from what is stored. */
  add(benefits: readonly BenefitDecision[]): BenefitRange {
    const from = this.#count;
    for (const benefit of benefits) if (benefit.isChanged) this.#put(benefit);
    return from === this.#count ? noBenefits : { from, until: this.#count };
  }

  /** In the order in which rows are sent: by id, new ones by key. */
  of({ from, until }: BenefitRange, partnerId: string): BenefitWrite[] {
    const rows: BenefitWrite[] = [];
    for (let row = from; row < until; row += 1) rows.push(this.#at(row, partnerId));
    return rows.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  }

  #put({ rowId, benefitKey, status, isAvailable, reason }: BenefitDecision): void {
    const at = (this.#count % rowsAtOnce) * words;
    if (at === 0) this.#blocks.push(new Int32Array(rowsAtOnce * words));
    const block = this.#blocks.at(-1)!;
    if (rowId !== null) packId(rowId, block, at);
    block[at + idWords] = this.#numberOf({ benefitKey, status, isAvailable, reason });
    this.#count += 1;
  }

  #at(row: number, partnerId: string): BenefitWrite {
    const block = this.#blocks[Math.floor(row / rowsAtOnce)]!;
    const at = (row % rowsAtOnce) * words;
    // No record has the id of blanks: the first characters name its object.
    const rowId = block[at] === 0 ? null : idAt(block, at);
    return { rowId, partnerId, ...this.#told[block[at + idWords]!]! };
  }

  #numberOf(told: Told): number {
    const text = JSON.stringify(told);
    const number = this.#numbers.get(text) ?? this.#told.push(told) - 1;
    this.#numbers.set(text, number);
    return number;
  }
}

function orderOf({ rowId, benefitKey }: BenefitWrite): string {
  return rowId ?? benefitKey;
}
