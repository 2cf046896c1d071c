import type { Finding } from "../metadata/metadataError.ts";
import { childOf, childrenOf, textOf } from "../metadata/readXml.ts";
import type { PackageSource } from "./packageSource.ts";

const DATA_ELEMENTS = ["recordCreates", "recordDeletes", "recordLookups", "recordUpdates", "actionCalls"];

/** Without a fault path, a data element that fails shows people the platform's own text, and nobody is told why. */
export function checkFaultPaths({ loaded }: PackageSource): Finding[] {
  return loaded.components
    .filter(({ type }) => type === "Flow")
    .flatMap(({ file, element }) =>
      DATA_ELEMENTS.flatMap((kind) => childrenOf(element, kind))
        .filter((data) => childOf(data, "faultConnector") === null)
        .map((data) => ({
          file,
          reason: `flow element "${textOf(data, "name")}" has no fault path`,
          place: data.place,
        })),
    );
}
