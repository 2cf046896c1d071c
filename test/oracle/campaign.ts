import type { Comparison } from "./compareProgramme.ts";
import type { Difference } from "./differencesOf.ts";
import type { Count } from "./runOracle.ts";

/** Sums up many programmes: what was compared, what differed, and how often each edge was met. */
export class Campaign {
  programmes = 0;
  fields = 0;
  readonly differences: (Difference & { readonly programme: number })[] = [];
  readonly #counts = new Map<string, Count>();

  add(programme: number, comparison: Comparison): void {
    this.programmes += 1;
    this.fields += comparison.fieldsCompared;
    this.differences.push(...comparison.differences.map((difference) => ({ ...difference, programme })));
    for (const { kind, what, count } of comparison.counts) {
      const key = `${kind}: ${what}`;
      this.#counts.set(key, { kind, what, count: count + (this.#counts.get(key)?.count ?? 0) });
    }
  }

  /** Every edge and how often it was met, in order. */
  get counts(): readonly Count[] {
    return [...this.#counts.values()].sort((a, b) => a.kind.localeCompare(b.kind) || a.what.localeCompare(b.what));
  }

  /** Edges met fewer times than that. */
  metLessThan(times: number): readonly Count[] {
    return this.counts.filter(({ count }) => count < times);
  }
}
