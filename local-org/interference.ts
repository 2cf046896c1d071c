import type { SalesforceError } from "./salesforceError.ts";

/** How an ingest job ends before its time: so many rows are processed, half of them unless said. */
export interface IngestEnd {
  readonly afterRows: number | null;
  readonly message: string;
}

/** What may befall rows beside the org's own rules: nothing, unless somebody switches faults on. */
export interface Interference {
  /** Why that row, named by id or by what it holds, is not saved; null = it may be. */
  refuse(object: string, key: string): SalesforceError | null;
  /** The same of rows that are saved in one go, and fail in one. */
  refuseTogether(object: string, keys: readonly string[]): SalesforceError | null;
  /** Which share of an object's rows is not seen by those who are no administrators; null = all are. */
  hidden(object: string): { readonly share: number; readonly seed: number } | null;
  /** How that ingest job ends; null = well. */
  ingestEnd(job: string): IngestEnd | null;
}

export const NO_INTERFERENCE: Interference = {
  refuse: () => null,
  refuseTogether: () => null,
  hidden: () => null,
  ingestEnd: () => null,
};
