import stored from "./silverThatDropsInJanuary.json";

export interface Deal {
  readonly name: string;
  readonly closeDate: string;
  readonly amount: number;
}

interface Circumstances {
  /** Since the last completed run. */
  readonly hours?: number;
  readonly hasRun?: boolean;
  readonly deals?: readonly Deal[];
  readonly isCut?: boolean;
  readonly agreements?: readonly (readonly [type: string, from: string, to: string | null])[];
  readonly openRun?: { readonly status: string; readonly reason: string | null };
}

function dealRows({ deals, isCut = false }: Circumstances): object {
  return {
    edges: (deals ?? []).map(({ name, closeDate, amount }, at) => ({
      node: {
        Id: `a01${at}`,
        Credit_eARR__c: { value: amount },
        Opportunity__r: { Id: `006${at}`, Name: { value: name }, CloseDate: { value: closeDate } },
      },
    })),
    pageInfo: { hasNextPage: isCut, endCursor: null },
  };
}

function agreementRows(agreements: NonNullable<Circumstances["agreements"]>): object {
  return {
    edges: agreements.map(([type, from, to], at) => ({
      node: {
        Id: `a02${at}`,
        Type__c: { value: type, label: type },
        Effective_Date__c: { value: from },
        End_Date__c: { value: to },
      },
    })),
  };
}

/** An answer of the sample org, a Silver partner whose year supports Bronze, with what a test changes in it. */
export function partnerTier(
  changes: Readonly<Record<string, unknown>> = {},
  circumstances: Circumstances = {},
): unknown {
  const data = JSON.parse(JSON.stringify(stored)) as typeof stored;
  const { query } = data.uiapi;
  const { node } = query.Account.edges[0]!;
  const run = query.lastRun.edges[0]!.node;
  Object.assign(node, Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, { value }])));
  if (circumstances.deals) Object.assign(node, { Opportunity_Partners__r: dealRows(circumstances) });
  if (circumstances.agreements) Object.assign(node, { Partner_Agreements__r: agreementRows(circumstances.agreements) });
  if (circumstances.hasRun === false) query.lastRun.edges = [];
  if (circumstances.openRun) {
    const { status, reason } = circumstances.openRun;
    const open = { Id: "a07", Status__c: { value: status }, Held_Reason__c: { value: reason } };
    Object.assign(query, { openRun: { edges: [{ node: open }] } });
  }
  Object.assign(run, { Hours_Since_Finish__c: { value: circumstances.hours ?? 1 } });
  return data;
}
