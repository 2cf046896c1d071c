import type { FieldValue } from "../metadata/schema.ts";
import type { RecordShape, Row } from "./rowShape.ts";

/** A value, a parent record (null = there is none), or a list of child records. */
export type QueryValue = FieldValue | QueryRecord | readonly QueryRecord[];

export interface QueryRecord {
  /** `Account`, or `AggregateResult`. */
  readonly type: string;
  /** Null for aggregate rows. */
  readonly id: string | null;
  /** In the order of the SELECT. Values that the room above changes in place, such as a mask, may be set. */
  readonly values: Record<string, QueryValue>;
}

function decodeChildren(json: unknown, shape: RecordShape): QueryRecord[] {
  // Inside another child list, SQLite gives the list as JSON itself or as its text.
  const rows = (typeof json === "string" ? JSON.parse(json) : json) as Row[];
  return rows.map((row) => decodeRow(row, shape));
}

/** A row as a record with its parents and children. */
export function decodeRow(row: Row, shape: RecordShape): QueryRecord {
  const values: Record<string, QueryValue> = {};
  for (const entry of shape.entries) {
    if (entry.kind === "value") values[entry.name] = entry.read(row);
    else if (entry.kind === "children") values[entry.name] = decodeChildren(row[entry.index], entry.shape);
    else {
      const isThere = row[entry.shape.idIndex!] !== null;
      values[entry.name] = isThere ? decodeRow(row, entry.shape) : null;
    }
  }
  const id = shape.idIndex === null ? null : (row[shape.idIndex] as string);
  return { type: shape.type, id, values };
}
