import { assemblePackage } from "./loadPackage.ts";
import { storeCustomMetadata } from "./metadata/customMetadataRows.ts";
import { type Finding, MetadataError } from "./metadata/metadataError.ts";
import { placeFindings } from "./metadata/placeFindings.ts";
import type { Component } from "./metadata/readPackage.ts";
import { Automation } from "./records/automation.ts";
import { openDatabase } from "./records/database.ts";
import { RecordStore } from "./records/recordStore.ts";

/** Any instant will do: the rows are thrown away. */
const SOME_TIME = "2000-01-01T00:00:00.000Z";

function findingsOf(work: () => void): readonly Finding[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof MetadataError) return error.findings;
    throw error;
  }
}

/**
 * Everything that the local org would refuse in these components, all at once and with its place: names that
 * point to nothing, formulas of the wrong type, flows and rows that cannot be. Standard objects belong to them.
 */
export function findFaults(components: readonly Component[], options: { isMultiCurrency: boolean }): Finding[] {
  const { loaded, findings } = assemblePackage(components, options);
  const ofAutomation = findingsOf(() => new Automation(loaded));
  const db = openDatabase(loaded.schema, ":memory:");
  try {
    const store = new RecordStore(loaded.schema, db);
    const ofRows = findingsOf(() => storeCustomMetadata(store, components, SOME_TIME));
    return placeFindings([...findings, ...ofAutomation, ...ofRows], components);
  } finally {
    db.close();
  }
}
