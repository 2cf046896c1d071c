/** The boundary cases of a run: all of them counted by kind, the first of them kept. */
import type { BoundaryCase, BoundaryKind } from "./sentinel.ts";

export interface BoundarySummary {
  readonly total: number;
  readonly byKind: Readonly<Partial<Record<BoundaryKind, number>>>;
  /** The first so many by opportunity; the same whatever the order in which they were met. */
  readonly listed: readonly BoundaryCase[];
}

export const mostListedCases = 50;

export class BoundaryList {
  readonly #byKind = new Map<BoundaryKind, number>();
  #listed: BoundaryCase[] = [];
  #total = 0;

  add(cases: readonly BoundaryCase[]): void {
    for (const found of cases) {
      this.#total += 1;
      this.#byKind.set(found.kind, (this.#byKind.get(found.kind) ?? 0) + 1);
      this.#listed.push(found);
    }
    // Imported deals may all lie on a boundary: the list must not grow with them.
    if (this.#listed.length > 4 * mostListedCases) this.#listed = firstOf(this.#listed);
  }

  /** Those that another thread has met. */
  addSummary({ total, byKind, listed }: BoundarySummary): void {
    this.#total += total;
    for (const [kind, count] of Object.entries(byKind) as [BoundaryKind, number][])
      this.#byKind.set(kind, (this.#byKind.get(kind) ?? 0) + count);
    this.#listed = firstOf([...this.#listed, ...listed]);
  }

  summary(): BoundarySummary {
    const byKind = Object.fromEntries([...this.#byKind].sort(([a], [b]) => (a < b ? -1 : 1)));
    return { total: this.#total, byKind, listed: firstOf(this.#listed) };
  }
}

function firstOf(cases: readonly BoundaryCase[]): BoundaryCase[] {
  return [...cases].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1)).slice(0, mostListedCases);
}

function textOf({ opportunityId, kind, attributionId, partnerId }: BoundaryCase): string {
  return [opportunityId, kind, attributionId, partnerId].join(" ");
}
