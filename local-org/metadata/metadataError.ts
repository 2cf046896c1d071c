import type { Place } from "./readXml.ts";

/** One thing that is wrong in a metadata file. */
export interface Finding {
  readonly file: string;
  readonly reason: string;
  /** Where in the file, as far as it is known. */
  readonly place?: Place;
}

/** `force-app/…/Account.object-meta.xml:12:9: reason` */
export function printFinding({ file, reason, place }: Finding): string {
  return place ? `${file}:${place.line}:${place.column}: ${reason}` : `${file}: ${reason}`;
}

/** The org refuses to start: every finding names its file and the reason. */
export class MetadataError extends Error {
  readonly code = "METADATA_INVALID";
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(
      `The metadata cannot be loaded (${findings.length} ${findings.length === 1 ? "finding" : "findings"}):\n` +
        findings.map((finding) => `  ${printFinding(finding)}`).join("\n"),
    );
    this.name = "MetadataError";
    this.findings = findings;
  }
}
