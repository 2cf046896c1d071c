import { fileURLToPath } from "node:url";
import { buildPermissionSet, checkPermissionSet, type PermissionSet } from "./access/permissionSet.ts";
import { buildFlow } from "./flows/buildFlow.ts";
import { checkFlow } from "./flows/checkFlow.ts";
import type { Flow } from "./flows/flowModel.ts";
import { draftSchema } from "./metadata/buildSchema.ts";
import { checkPackageReferences } from "./metadata/checkPackageReferences.ts";
import { type Finding, MetadataError } from "./metadata/metadataError.ts";
import { placeFindings } from "./metadata/placeFindings.ts";
import { objectLayouts, type ObjectLayouts } from "./metadata/objectLayouts.ts";
import { type Component, readPackage } from "./metadata/readPackage.ts";
import { childrenOf, textOf } from "./metadata/readXml.ts";
import type { Schema } from "./metadata/schema.ts";
import type { Stage } from "./records/platformRules.ts";

export const STANDARD_OBJECTS = fileURLToPath(new URL("standard-objects/", import.meta.url));

/** A package that the local org could start with: read, checked, ready to run. */
export interface LoadedPackage {
  readonly components: readonly Component[];
  readonly schema: Schema;
  readonly flows: readonly Flow[];
  readonly permissionSets: ReadonlyMap<string, PermissionSet>;
  readonly customPermissions: ReadonlySet<string>;
  readonly stages: ReadonlyMap<string, Stage>;
  readonly layouts: ObjectLayouts;
}

function stagesOf(components: readonly Component[]): Map<string, Stage> {
  const stages = components.filter(
    ({ type, fullName }) => type === "StandardValueSet" && fullName === "OpportunityStage",
  );
  return new Map(
    stages.flatMap(({ element }) =>
      childrenOf(element, "standardValue").map((value): [string, Stage] => [
        textOf(value, "fullName") ?? "",
        {
          isClosed: textOf(value, "closed") === "true",
          isWon: textOf(value, "won") === "true",
          probability: textOf(value, "probability") ?? "0",
          forecastCategory: textOf(value, "forecastCategory") ?? "Pipeline",
        },
      ]),
    ),
  );
}

function loadFlows(components: readonly Component[], schema: Schema, findings: Finding[]): Flow[] {
  const flows: Flow[] = [];
  for (const component of components.filter(({ type }) => type === "Flow"))
    try {
      const flow = buildFlow(component);
      if (flow) {
        findings.push(...checkFlow(flow, schema));
        flows.push(flow);
      }
    } catch (error) {
      findings.push({ file: component.file, reason: (error as Error).message });
    }
  return flows.sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));
}

/** The package as far as it can be made ready from those components, and everything that is wrong with them. */
export function assemblePackage(
  components: readonly Component[],
  options: { isMultiCurrency: boolean },
): { loaded: LoadedPackage; findings: Finding[] } {
  const { schema, findings: schemaFindings } = draftSchema(components, options);
  const findings = [...schemaFindings];
  const customPermissions = new Set(
    components.filter(({ type }) => type === "CustomPermission").map(({ fullName }) => fullName),
  );
  const sets = components.filter(({ type }) => type === "PermissionSet");
  for (const component of sets) findings.push(...checkPermissionSet(component, schema, customPermissions));
  findings.push(...checkPackageReferences(components, schema));
  const flows = loadFlows(components, schema, findings);
  const permissionSets = new Map(sets.map((component) => [component.fullName, buildPermissionSet(component)]));
  const loaded = { components, schema, flows, customPermissions, permissionSets, stages: stagesOf(components) };
  return { loaded: { ...loaded, layouts: objectLayouts(components) }, findings };
}

/** Reads and checks a package directory. Throws a MetadataError that names every file and reason. */
export function loadPackage(packageDirectory: string, options: { isMultiCurrency: boolean }): LoadedPackage {
  const components = readPackage([STANDARD_OBJECTS, packageDirectory]);
  const { loaded, findings } = assemblePackage(components, options);
  if (findings.length > 0) throw new MetadataError(placeFindings(findings, components));
  return loaded;
}
