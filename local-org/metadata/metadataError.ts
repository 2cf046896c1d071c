/** One thing that is wrong in a metadata file. */
export interface Finding {
  readonly file: string;
  readonly reason: string;
}

/** The org refuses to start: every finding names its file and the reason. */
export class MetadataError extends Error {
  readonly code = "METADATA_INVALID";
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(
      `The metadata cannot be loaded (${findings.length} ${findings.length === 1 ? "finding" : "findings"}):\n` +
        findings.map(({ file, reason }) => `  ${file}: ${reason}`).join("\n"),
    );
    this.name = "MetadataError";
    this.findings = findings;
  }
}
