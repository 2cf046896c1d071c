/** Attributions written behind a lease in one composite request: the lease is the local org's, the rows are ours. */

interface Part {
  readonly referenceId: string;
  readonly url: string;
  readonly body: {
    readonly records?: readonly { readonly id: string; readonly attributes: { readonly type: string } }[];
  };
}

export interface FencedRows {
  /** The request without the rows. */
  readonly rest: Buffer;
  /** The local org's answer, and what came of the rows. */
  readonly completed: (answer: string) => string;
}

/** null: the request writes something else. */
export function fencedRows(method: string, path: string, body: Buffer): FencedRows | null {
  if (method !== "POST" || !path.endsWith("/composite")) return null;
  const { compositeRequest, ...settings } = JSON.parse(body.toString()) as { compositeRequest: Part[] };
  const rows = compositeRequest.find(({ body }) => body.records?.[0]?.attributes.type === "Opportunity_Partner__c");
  if (!rows) return null;
  const rest = { ...settings, compositeRequest: compositeRequest.filter((part) => part !== rows) };
  const written = rows.body.records?.map(({ id }) => ({ id, success: true, errors: [] }));
  const own = { referenceId: rows.referenceId, httpStatusCode: 200, httpHeaders: {}, body: written };
  return {
    rest: Buffer.from(JSON.stringify(rest)),
    completed: (answer) => {
      const { compositeResponse } = JSON.parse(answer) as { compositeResponse: object[] };
      return JSON.stringify({ compositeResponse: [...compositeResponse, own] });
    },
  };
}
