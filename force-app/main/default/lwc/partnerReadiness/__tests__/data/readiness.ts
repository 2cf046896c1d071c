type Training = readonly [course: string, completed: string | null, expires?: string | null];

interface Given {
  readonly people?: readonly { readonly name: string; readonly trainings?: readonly Training[] }[];
  readonly agreements?: readonly (readonly [type: string, from: string, to: string | null])[];
  readonly account?: Readonly<Record<string, unknown>>;
  readonly isFocusCounted?: boolean;
  readonly total?: number;
  readonly hasRun?: boolean;
  readonly hours?: number;
}

const value = (given: unknown): { value: unknown } => ({ value: given });
const edges = (nodes: readonly object[]): { edges: object[] } => ({ edges: nodes.map((node) => ({ node })) });

const COURSES = [
  ["Segment Product Sales Training", "Segment_Sales", "Sales", "Segment/Engage"],
  ["Sellers Series 101", "Sellers_Series_101", "Sales", null],
  ["Twilio Platform", "Twilio_Platform", "Technical", null],
].map(([title, key, courseClass, focus]) => ({
  Id: key,
  MasterLabel: value(title),
  Policy__c: value("m01"),
  Key__c: value(key),
  Class__c: value(courseClass),
  Focus__c: value(focus),
}));

const policy = (isFocusCounted: boolean): object => ({
  Id: "m01",
  Effective_From_Date__c: value("2023-01-01"),
  Effective_To_Date__c: value(null),
  Stale_After_Hours__c: value(36),
  Time_Zone__c: value("America/Los_Angeles"),
  Trailing_Window_Days__c: value(365),
  Is_Segment_Sales_Training_Counted__c: value(isFocusCounted),
});

function accountOf({ account = {}, agreements = [] }: Given): object {
  const figures = {
    Partner_Status__c: "Enrolled",
    Partner_Focus__c: "Flex",
    Technical_Resources__c: 0,
    Sales_Trained_Resources__c: 0,
    Next_Tier__c: "Bronze",
    Next_Tier_Technical_Gap__c: 3,
    Next_Tier_Sales_Gap__c: 1,
    ...account,
  };
  return {
    Id: "001A",
    ...Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, value(figure)])),
    Partner_Agreements__r: edges(
      agreements.map(([type, from, to], at) => ({
        Id: `a02${at}`,
        Type__c: { value: type, label: type },
        Signed_Date__c: value(from),
        Effective_Date__c: value(from),
        End_Date__c: value(to),
      })),
    ),
  };
}

/** An answer as of 2023-12-15. */
export function readiness(given: Given = {}): unknown {
  const { people = [], isFocusCounted = true, hasRun = true, hours = 1 } = given;
  const trainings = people.flatMap(({ name, trainings: own = [] }) =>
    own.map(([course, completed, expires = null], at) => ({
      Id: `${name}${at}`,
      Contact__c: value(name),
      Course__c: { value: course, label: course },
      Completed_Date__c: value(completed),
      Expires_Date__c: value(expires),
    })),
  );
  const run = {
    Id: "a07",
    As_Of_Date__c: value("2023-12-15"),
    Finished_At__c: value("2023-12-15T10:00:00Z"),
    Hours_Since_Finish__c: value(hours),
  };
  const query = {
    Account: edges([accountOf(given)]),
    Contact: {
      ...edges(people.map(({ name }) => ({ Id: name, Name: value(name), Title: value("Solution Engineer") }))),
      totalCount: given.total ?? people.length,
    },
    Partner_Training__c: { ...edges(trainings), totalCount: trainings.length },
    Partner_Course__mdt: edges(COURSES),
    lastRun: edges(hasRun ? [run] : []),
    Partner_Program_Policy__mdt: edges([policy(isFocusCounted)]),
  };
  return { uiapi: { query } };
}
