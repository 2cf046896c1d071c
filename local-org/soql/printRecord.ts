import type { FieldType, FieldValue } from "../metadata/schema.ts";
import { printDecimal } from "../records/decimal.ts";
import type { QueryRecord } from "./decodeRow.ts";
import type { QueryColumn, RecordShape, Row } from "./rowShape.ts";

/** A value as a Bulk API CSV cell has it: "20000.0", "true", "2023-05-01T12:00:00.000Z", "" for none. */
export function printCell(value: FieldValue, type: FieldType): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "true" : "false";
  return type === "double" || type === "currency" || type === "percent" ? printDecimal(value) : value;
}

/** One row's cells for a CSV file, in the order of the columns. */
export function printCells(row: Row, columns: readonly QueryColumn[]): string[] {
  return columns.map((column) => printCell(column.read(row), column.type));
}

/** A value as JSON text. Numbers are printed digit by digit: as JavaScript numbers they would lose cents. */
export function printJsonValue(value: FieldValue, type: FieldType): string {
  if (value === null) return "null";
  if (typeof value === "boolean") return value ? "true" : "false";
  if (type === "int") return value;
  if (type === "double" || type === "currency" || type === "percent") return printDecimal(value);
  // The REST API writes +0000 where the Bulk API writes Z.
  if (type === "datetime") return JSON.stringify(value.replace(/Z$/, "+0000"));
  return JSON.stringify(value);
}

export interface JsonOptions {
  /** The record's address: `/services/data/v60.0/sobjects/Account/001...`. */
  readonly urlOf: (type: string, id: string) => string;
}

function printAttributes({ type, id }: QueryRecord, { urlOf }: JsonOptions): string {
  if (id === null) return `"attributes":{"type":${JSON.stringify(type)}}`;
  return `"attributes":{"type":${JSON.stringify(type)},"url":${JSON.stringify(urlOf(type, id))}}`;
}

function printChildren(children: readonly QueryRecord[], shape: RecordShape, options: JsonOptions): string {
  // A subquery without rows answers null, not an empty list.
  if (children.length === 0) return "null";
  const records = children.map((child) => printRecord(child, shape, options)).join(",");
  return `{"totalSize":${children.length},"done":true,"records":[${records}]}`;
}

/** A record as the REST API prints it. */
export function printRecord(record: QueryRecord, shape: RecordShape, options: JsonOptions): string {
  const members = shape.entries.map((entry) => {
    const value = record.values[entry.name] ?? null;
    const name = JSON.stringify(entry.name);
    if (entry.kind === "value") return `${name}:${printJsonValue(value as FieldValue, entry.type)}`;
    if (entry.kind === "children") return `${name}:${printChildren(value as QueryRecord[], entry.shape, options)}`;
    return `${name}:${value === null ? "null" : printRecord(value as QueryRecord, entry.shape, options)}`;
  });
  return `{${[printAttributes(record, options), ...members].join(",")}}`;
}
