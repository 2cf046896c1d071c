import { findFaults } from "../findFaults.ts";
import { assemblePackage, STANDARD_OBJECTS } from "../loadPackage.ts";
import type { Finding } from "../metadata/metadataError.ts";
import { placeFindings } from "../metadata/placeFindings.ts";
import { readComponents } from "../metadata/readPackage.ts";
import { checkAccess } from "./checkAccess.ts";
import { checkCode } from "./checkCode.ts";
import { checkFaultPaths } from "./checkFaultPaths.ts";
import { checkLabels } from "./checkLabels.ts";
import { checkPages } from "./checkPages.ts";
import { bundlesIn, readCode } from "./packageSource.ts";

const CHECKS = [checkAccess, checkPages, checkLabels, checkCode, checkFaultPaths];

function spot({ file, place }: Finding): string {
  return `${file}:${place?.line}:${place?.column}`;
}

/** The first of the findings at a place: what a later check says there is a consequence. */
function withoutConsequences(findings: readonly Finding[]): Finding[] {
  const spots = new Set<string>();
  return findings.filter((finding) => {
    const isFirst = !finding.place || !spots.has(spot(finding));
    spots.add(spot(finding));
    return isFirst;
  });
}

/**
 * Everything that is wrong with a package in source format, all at once: what the local org refuses to load,
 * and what an org would take and people would stumble over.
 */
export function findPackageFaults(directory: string, options = { isMultiCurrency: true }): Finding[] {
  const { components, findings } = readComponents([STANDARD_OBJECTS, directory]);
  const { loaded } = assemblePackage(components, options);
  const source = { directory, loaded, code: readCode(directory), bundles: bundlesIn(directory) };
  const refused = findFaults(components, options);
  const doubtful = placeFindings(
    CHECKS.flatMap((check) => check(source)),
    components,
  );
  return withoutConsequences([...findings, ...refused, ...doubtful]);
}
