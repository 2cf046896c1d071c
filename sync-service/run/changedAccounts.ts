/** What a run changes on accounts, held back until the guards have passed: zipped, as a first night sets every field of every account. */
import Big from "big.js";
import { TextRows } from "../crm/textRows.ts";
import type { StoredPartner } from "../program/facts.ts";

export interface AccountNews {
  /** The fields that change. */
  readonly values: Readonly<Partial<StoredPartner>>;
  /** The decision in plain sentences, new or not. */
  readonly explanation: string | null;
}

type Value = StoredPartner[keyof StoredPartner];

export class ChangedAccounts {
  readonly #rows = new TextRows();

  /** Returns the place from which they can be taken again. */
  add({ values, explanation }: AccountNews): number {
    const entries = Object.entries(values) as [string, Value][];
    return this.#rows.add([cellOf(explanation), ...entries.flatMap(([field, value]) => [field, cellOf(value)])]);
  }

  at(place: number): AccountNews {
    const [explanation = "", ...cells] = this.#rows.at(place);
    const values: Record<string, Value> = {};
    for (let at = 0; at < cells.length; at += 2) values[cells[at]!] = valueOf(cells[at + 1]!);
    return { values, explanation: valueOf(explanation) as string | null };
  }
}

/** The kind of the value goes before it; nothing is null. */
function cellOf(value: Value): string {
  if (value === null) return "";
  if (typeof value === "string") return `s${value}`;
  return typeof value === "number" ? `n${value}` : `d${value.toFixed()}`;
}

function valueOf(cell: string): Value {
  const text = cell.slice(1);
  if (cell === "") return null;
  if (cell.startsWith("s")) return text;
  return cell.startsWith("n") ? Number(text) : new Big(text);
}
