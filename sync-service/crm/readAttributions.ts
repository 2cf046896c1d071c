/** Attributions with their opportunities in one query, packed as they arrive: the largest reading of a night. */
import { attributionObject as object, attributionReader } from "./attributionCells.ts";
import { attributionPacker, type PackingTexts } from "./attributionPacker.ts";
import type { OpportunityOptions } from "./opportunityColumns.ts";
import type { Org } from "./org.ts";
import { readRows } from "./readRows.ts";
import type { RecordSpace } from "./recordSpace.ts";
import { RecordTarget } from "./recordTarget.ts";

/** What one reading of attributions is: which of them, and where they go. */
export interface AttributionReading {
  readonly where: string | undefined;
  readonly options: OpportunityOptions;
  readonly texts: PackingTexts;
  readonly space: RecordSpace;
}

/** Reads attributions in no particular order; returns how many. */
export function readAttributions(org: Org, { where, options, texts, space }: AttributionReading): Promise<number> {
  const reader = attributionReader(options);
  const query = { object, columns: reader.columns, where };
  return readRows(org, query, new RecordTarget(query, attributionPacker(reader.read, options, texts), space));
}
