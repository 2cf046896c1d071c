/** Two small orgs that between them make every call that a night makes. */
import { smallProgram } from "../journeys/programSeed.ts";
import { FaultField } from "./faultField.ts";
import type { Calls } from "./matrix.ts";

export interface MatrixField {
  readonly name: string;
  readonly open: () => Promise<FaultField>;
}

/** Rows in twos, so that a few make several pages. */
const PAGE = 2;

export const MATRIX_FIELDS: readonly MatrixField[] = [
  {
    name: "small",
    open: () => FaultField.open({ seed: smallProgram(), pageSize: PAGE }),
  },
  {
    name: "by Bulk",
    open: () =>
      FaultField.open({
        seed: smallProgram(),
        pageSize: PAGE,
        thresholds: { restRows: 0, collectionRows: 0 },
        // A query that takes REST too long goes through Bulk, however few its rows.
        standing: ["Opportunity_Partner__c", "Deal_Registration__c", "Partner_Training__c"].map((object) => ({
          fault: "query-timeout",
          endpoints: ["query"],
          object,
          times: "always",
        })),
      }),
  },
];

/** Calls and rows of a run that goes well. */
export async function callsOf(field: FaultField): Promise<Calls> {
  field.reset();
  const { calls } = await field.run();
  field.reset();
  const everyRow = { fault: "row-locked", probability: 0 };
  const endpoints = ["collections", "ingestClose", "composite", "sobjectCreate", "sobjectUpdate"];
  const rules = endpoints.map((endpoint) => ({ ...everyRow, endpoints: [endpoint] }));
  const { matched } = await field.run(rules);
  return { calls, rows: Object.fromEntries(endpoints.map((endpoint, at) => [endpoint, matched[at] ?? 0])) };
}
