import type { ObjectSchema, RecordValues } from "../metadata/schema.ts";

/** A stage as the platform knows it: what it says of an opportunity in it. */
export interface Stage {
  readonly isClosed: boolean;
  readonly isWon: boolean;
  readonly probability: string;
  readonly forecastCategory: string;
}

/** What a platform rule may see of the save under way. */
export interface SaveContext {
  readonly object: ObjectSchema;
  readonly record: RecordValues;
  readonly prior: RecordValues | null;
  /** Fields that the caller set. */
  readonly given: ReadonlySet<string>;
  /** The org's clock, as a record stores it. */
  readonly now: string;
  readonly stages: ReadonlyMap<string, Stage>;
}

function applyStage({ record, prior, given, now, stages }: SaveContext): void {
  const stage = stages.get(String(record["StageName"]));
  if (!stage) return;
  const isStageChange = prior === null || prior["StageName"] !== record["StageName"];
  record["IsClosed"] = stage.isClosed;
  record["IsWon"] = stage.isWon;
  if (isStageChange) {
    record["ForecastCategory"] = stage.forecastCategory;
    if (!given.has("Probability")) record["Probability"] = stage.probability;
    if (prior !== null) record["LastStageChangeDate"] = now;
    moveFutureCloseDate(record, prior, stage, now);
  }
  const closeDate = record["CloseDate"];
  if (typeof closeDate === "string") {
    record["FiscalYear"] = closeDate.slice(0, 4);
    record["FiscalQuarter"] = String(Math.ceil(Number(closeDate.slice(5, 7)) / 3));
  }
}

/** Closing as won a deal whose close date is still to come sets it to today, by UTC: help.salesforce.com article 004517774. */
function moveFutureCloseDate(record: RecordValues, prior: RecordValues | null, stage: Stage, now: string): void {
  const today = now.slice(0, 10);
  if (prior !== null && stage.isWon && prior["IsWon"] !== true && String(record["CloseDate"]) > today)
    record["CloseDate"] = today;
}

function applyPersonName({ record }: SaveContext): void {
  record["Name"] = [record["FirstName"], record["LastName"]]
    .filter((part) => part !== null && part !== undefined)
    .join(" ");
}

/** What the platform itself derives on save, before any automation of the package runs. */
export function applyPlatformRules(context: SaveContext): void {
  if (context.object.name === "Opportunity") applyStage(context);
  if (context.object.fields.has("lastname")) applyPersonName(context);
}
