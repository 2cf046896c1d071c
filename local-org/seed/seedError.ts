/** A seed that cannot be restored: every fault names file and line. */
export class SeedError extends Error {
  readonly code = "SEED_INVALID";
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    const shown = faults.slice(0, 50).map((fault) => `  ${fault}`);
    const more = faults.length > shown.length ? [`  … and ${faults.length - shown.length} more`] : [];
    super(["The seed cannot be loaded:", ...shown, ...more].join("\n"));
    this.name = "SeedError";
    this.faults = faults;
  }
}
