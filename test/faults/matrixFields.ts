/** Two small orgs that between them make every call that a night makes. */
import type { Endpoint } from "../../local-org/faults/endpoint.ts";
import { smallProgram } from "../journeys/programSeed.ts";
import { LEDGER } from "./expectation.ts";
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

const ROW_ENDPOINTS: readonly Endpoint[] = [
  "collections",
  "composite",
  "ingestClose",
  "sobjectCreate",
  "sobjectUpdate",
];
const WRITTEN = [
  "Account",
  "Opportunity_Partner__c",
  "Partner_Benefit__c",
  "Partner_Tier_Review__c",
  "Deal_Registration__c",
  LEDGER,
];

/** Calls and rows of a run that goes well. */
export async function callsOf(field: FaultField): Promise<Calls> {
  const pairs = ROW_ENDPOINTS.flatMap((endpoint) => WRITTEN.map((object) => ({ endpoint, object })));
  field.reset();
  // Rules that look at every row, and befall none.
  const { matched, calls } = await field.run(
    pairs.map(({ endpoint, object }) => ({
      fault: "row-locked",
      endpoints: [endpoint],
      object,
      probability: 0,
    })),
  );
  return { calls, rows: pairs.map((pair, at) => ({ ...pair, count: matched[at] ?? 0 })) };
}
