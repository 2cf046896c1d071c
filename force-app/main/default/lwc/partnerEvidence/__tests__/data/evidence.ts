export interface Given {
  readonly name?: string;
  readonly closeDate?: string;
  readonly amount?: number;
  readonly status?: string | null;
  readonly reason?: string | null;
  readonly isUnauthorized?: boolean;
  readonly owner?: string | null;
}

interface Circumstances {
  readonly account?: Readonly<Record<string, unknown>>;
  readonly total?: number;
  readonly next?: string | null;
  readonly manager?: string | null;
  readonly publishedYears?: readonly number[];
  readonly hasRun?: boolean;
  readonly hours?: number;
}

const value = (given: unknown): { value: unknown } => ({ value: given });

function attribution(given: Given, at: number): object {
  return {
    Id: `a01${at}`,
    Source__c: { value: "Twilio Sales", label: "Twilio Sales" },
    Role__c: { value: "Influenced", label: "Influenced" },
    Credit_Status__c: value(given.status === undefined ? "Counted" : given.status),
    Credit_Reason__c: value(given.reason ?? null),
    Credit_eARR__c: value(given.amount ?? 0),
    Is_Resale_Unauthorized__c: value(given.isUnauthorized ?? false),
    Opportunity__r: {
      Id: `006${at}`,
      Name: value(given.name ?? `Deal ${at}`),
      CloseDate: value(given.closeDate ?? "2023-06-30"),
      Account: { Name: value("Kelpton Energy") },
      Owner: given.owner === null ? null : { Name: value(given.owner ?? "Account Executive East") },
    },
  };
}

const edges = (nodes: readonly object[]): { edges: object[] } => ({ edges: nodes.map((node) => ({ node })) });

const runOf = (hours: number): object => ({
  Id: "a07",
  As_Of_Date__c: value("2023-12-15"),
  Finished_At__c: value("2023-12-15T10:00:00Z"),
  Hours_Since_Finish__c: value(hours),
});

const POLICY = {
  Id: "m01",
  Effective_From_Date__c: value("2023-01-01"),
  Effective_To_Date__c: value(null),
  Stale_After_Hours__c: value(36),
  Time_Zone__c: value("America/Los_Angeles"),
  Trailing_Window_Days__c: value(365),
};

function accountOf({ account = {}, manager = "Robin Vale", publishedYears = [] }: Circumstances): object {
  const figures = {
    Partner_Status__c: "Enrolled",
    Trailing_eARR__c: 0,
    Year_To_Date_eARR__c: 0,
    Annual_Window_eARR__c: 0,
    ...account,
  };
  return {
    Id: "001A",
    ...Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, value(figure)])),
    Partner_Manager__r: manager === null ? null : { Name: value(manager) },
    Partner_Tier_Reviews__r: edges(publishedYears.map((year) => ({ Program_Year__c: value(year) }))),
  };
}

/** An answer with those opportunities, as of 2023-12-15. */
export function evidence(rows: readonly Given[], circumstances: Circumstances = {}): unknown {
  const { total, next = null, hasRun = true, hours = 1 } = circumstances;
  const query = {
    Opportunity_Partner__c: {
      ...edges(rows.map(attribution)),
      totalCount: total ?? rows.length,
      pageInfo: { hasNextPage: next !== null, endCursor: next },
    },
    Account: edges([accountOf(circumstances)]),
    lastRun: edges(hasRun ? [runOf(hours)] : []),
    Partner_Program_Policy__mdt: edges([POLICY]),
  };
  return { uiapi: { query } };
}
