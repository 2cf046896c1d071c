/** The rows of the sample by object, in the order in which they were added: the org's ids ascend in it. */
import type { Cells } from "./csvText.ts";

export class Sheets {
  readonly #rows = new Map<string, Cells[]>();

  add(object: string, ...rows: readonly Cells[]): void {
    const own = this.#rows.get(object) ?? [];
    own.push(...rows);
    this.#rows.set(object, own);
  }

  rowsOf(object: string): readonly Cells[] {
    return this.#rows.get(object) ?? [];
  }

  /** API names of the objects that have rows. */
  get objects(): readonly string[] {
    return [...this.#rows.keys()];
  }
}

/** Sets a cell only where there is something to set. */
export function cell(name: string, value: string | null | undefined): Cells {
  return value === null || value === undefined ? {} : { [name]: value };
}
