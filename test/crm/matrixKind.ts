/** What a page matrix has to know of the rows it is made of: how they are written, and what is to be held of them. */
import type { RecordPacker } from "../../sync-service/crm/recordTarget.ts";
import type { SpillShape } from "../../sync-service/run/recordSpill.ts";

export interface MatrixKind {
  readonly object: string;
  /** In the query's order, as the cells of a row. */
  readonly columns: readonly string[];
  readonly shape: SpillShape;
  readonly cells: (number: number) => readonly string[];
  /** What a record says of that row, worked out from its cells without the service's readers. */
  readonly heldOf: (number: number) => string;
  /** For one reading: what it numbers begins anew. */
  readonly packing: () => MatrixPacking;
}

export interface MatrixPacking {
  readonly packer: RecordPacker;
  /** Takes out what stands where an amount is blank: words of an earlier record, which nobody reads. */
  readonly clear: (records: Int32Array, from: number) => void;
  readonly textAt: (records: Int32Array, from: number) => string;
}
