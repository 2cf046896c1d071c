export interface GivenReview {
  readonly type: string;
  readonly asOf?: string;
  readonly from?: string | null;
  readonly to: string;
  readonly earr?: number;
  readonly status?: string;
  readonly createdAt?: string;
}

interface Given {
  readonly reviews?: readonly GivenReview[];
  /** Close dates and amounts, the newest first. */
  readonly deals?: readonly (readonly [closeDate: string, amount: number])[];
  readonly isCut?: boolean;
  readonly trailing?: number | null;
  readonly total?: number;
  readonly hours?: number;
  readonly hasRun?: boolean;
}

const value = (given: unknown): { value: unknown } => ({ value: given });
const edges = (nodes: readonly object[]): { edges: object[] } => ({ edges: nodes.map((node) => ({ node })) });

const THRESHOLDS = [
  ["Gold", 4, 1000000],
  ["Registered", 1, 0],
  ["Bronze", 2, 20000],
  ["Silver", 3, 200000],
] as const;

const POLICY = {
  Id: "m01",
  Effective_From_Date__c: value("2023-01-01"),
  Effective_To_Date__c: value(null),
  Stale_After_Hours__c: value(36),
  Time_Zone__c: value("America/Los_Angeles"),
  Trailing_Window_Days__c: value(365),
};

function review({ type, asOf = "2023-12-15", from = null, to, earr = 0, ...rest }: GivenReview, at: number): object {
  return {
    Id: `a09${at}`,
    Type__c: value(type),
    Status__c: value(rest.status ?? "Published"),
    As_Of_Date__c: value(asOf),
    Program_Year__c: value(Number(asOf.slice(0, 4))),
    Window_Start_Date__c: value("2022-12-16"),
    Window_End_Date__c: value("2023-12-15"),
    Previous_Tier__c: value(from),
    Tier__c: value(to),
    eARR__c: value(earr),
    Technical_Resources__c: value(12),
    Sales_Trained_Resources__c: value(6),
    Explanation__c: value("Advanced at mid-year (R-14). Policy: Program_Year_2023."),
    CreatedDate: value(rest.createdAt ?? "2023-12-15T10:00:00.000Z"),
  };
}

/** An answer as of 2023-12-15. */
export function history(given: Given = {}): unknown {
  const { reviews = [], deals = [], isCut = false, trailing = 265000, hours = 1, hasRun = true } = given;
  const run = {
    Id: "a07",
    As_Of_Date__c: value("2023-12-15"),
    Finished_At__c: value("2023-12-15T10:00:00Z"),
    Hours_Since_Finish__c: value(hours),
  };
  const credits = deals.map(([closeDate, amount]) => ({
    Credit_eARR__c: value(amount),
    Opportunity__r: { CloseDate: value(closeDate) },
  }));
  const thresholds = THRESHOLDS.map(([tier, rank, earr]) => ({
    Id: tier,
    Policy__c: value("m01"),
    Tier__c: value(tier),
    Rank__c: value(rank),
    eARR__c: value(earr),
  }));
  const query = {
    Account: edges([{ Id: "001A", Partner_Status__c: value("Enrolled"), Trailing_eARR__c: value(trailing) }]),
    Partner_Tier_Review__c: { ...edges(reviews.map(review)), totalCount: given.total ?? reviews.length },
    Opportunity_Partner__c: { ...edges(credits), pageInfo: { hasNextPage: isCut, endCursor: null } },
    Partner_Tier_Requirement__mdt: edges(thresholds),
    lastRun: edges(hasRun ? [run] : []),
    Partner_Program_Policy__mdt: edges([POLICY]),
  };
  return { uiapi: { query } };
}
