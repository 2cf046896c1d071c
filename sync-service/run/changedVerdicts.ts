/** New and differing verdicts, held back until the guards have passed: packed, and on disk where they are many. */
import { amountDigits, packAmount } from "../crm/amountDigits.ts";
import { amountAt, at, bit, reasonOf, statusOf, verdictBits } from "../crm/attributionRecord.ts";
import { idAt, packId } from "../crm/packedId.ts";
import type { RecordPage } from "../crm/recordSpace.ts";
import type { VerdictWrite } from "../crm/writeVerdicts.ts";
import type { Verdict } from "../program/verdict.ts";
import { recordsIn, RecordSpill, type SpilledRecords } from "./recordSpill.ts";

/** Ids of row and opportunity, flags, amount in cents. */
const words = 9;
const opportunityWord = 3;
const flagsAt = 6;
const amountAtWord = 7;
const cents = 2;

/** Few enough to be written from memory, many enough to be worth a job. */
const mostAtOnce = 100_000;

export class ChangedVerdicts {
  readonly #spill = new RecordSpill({ words, keyAt: 0 });
  readonly #page: RecordPage;
  #count = 0;

  constructor(parts: number) {
    this.#spill.splitInto(parts);
    this.#page = this.#spill.page();
  }

  get count(): number {
    return this.#count;
  }

  add(attributionId: string, opportunityId: string, verdict: Verdict): void {
    const { words, slot } = this.#page;
    packId(attributionId, words, slot);
    packId(opportunityId, words, slot + opportunityWord);
    packAmount(amountDigits(verdict.creditUsd.round(cents).times(100)), words, slot + amountAtWord);
    words[slot + flagsAt] =
      verdictBits(verdict.status, verdict.reason) |
      (verdict.isResaleUnauthorized ? bit.isResaleUnauthorized : 0) |
      (verdict.creditUsd.lt(0) ? bit.isCreditNegative : 0);
    this.#added();
  }

  /** The same from a record, where the two ids stand together; `verdict` holds the bits of status, reason and resale flag, `credit` whole cents. */
  addPlain(record: Int32Array, from: number, verdict: number, credit: number): void {
    const { words, slot } = this.#page;
    for (let word = 0; word < 6; word += 1) words[slot + word] = record[from + at.id + word]!;
    const amount = Math.abs(credit);
    const high = Math.floor(amount / 1e9);
    words[slot + flagsAt] = verdict | (credit < 0 ? bit.isCreditNegative : 0);
    words[slot + amountAtWord] = high;
    words[slot + amountAtWord + 1] = amount - high * 1e9;
    this.#added();
  }

  /** No more will come. */
  finish(): void {
    this.#page.keep();
    this.#spill.settle();
  }

  /** For another thread, once no more will come. */
  shared(): SpilledRecords {
    return this.#spill.shared();
  }

  /** Takes over those of another thread. */
  adopt(records: SpilledRecords): void {
    this.#spill.adopt(records);
    this.#count += recordsIn(records);
  }

  /** In groups that fit in memory. */
  *groups(): Generator<VerdictWrite[]> {
    let group: VerdictWrite[] = [];
    let room = new Int32Array(0);
    for (let part = 0; part < this.#spill.parts; part += 1) {
      const records = this.#spill.part(part, room);
      room = new Int32Array(records.buffer);
      for (let from = 0; from < records.length; from += words) {
        group.push(writeAt(records, from));
        if (group.length < mostAtOnce) continue;
        yield group;
        group = [];
      }
    }
    if (group.length > 0) yield group;
  }

  close(): void {
    this.#spill.close();
  }

  #added(): void {
    this.#page.add();
    this.#count += 1;
  }
}

function writeAt(records: Int32Array, from: number): VerdictWrite {
  const flags = records[from + flagsAt]!;
  return {
    attributionId: idAt(records, from),
    opportunityId: idAt(records, from + opportunityWord),
    verdict: {
      status: statusOf(flags) ?? "Pending",
      reason: reasonOf(flags),
      creditUsd: amountAt(records, from + amountAtWord, cents, (flags & bit.isCreditNegative) !== 0),
      isResaleUnauthorized: (flags & bit.isResaleUnauthorized) !== 0,
    },
  };
}
