import { readFileSync } from "node:fs";
import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { signInEveryone, Team, type Role } from "./signIn.ts";

const COMPONENT = new URL("../../force-app/main/default/lwc/opportunityLastChance/", import.meta.url);
const [, QUERY] = /gql`([^`]*)`/.exec(readFileSync(new URL("lastChanceQuery.ts", COMPONENT), "utf8"))!;
const SEED = {
  Account: [
    "Id,Name,Partner_Status__c",
    "open,Open Systems,Enrolled",
    "won,Won Systems,Enrolled",
    "lost,Lost Systems,Enrolled",
    "gone,Gone Systems,Deactivated",
    "customer,Customer,",
    "stranger,Stranger,",
  ],
  Opportunity: [
    "Id,Name,AccountId,StageName,CloseDate",
    "this,This,customer,Prospecting,2024-01-31",
    "running,Running,customer,Prospecting,2024-01-31",
    "closed,Closed,customer,Closed Won,2023-03-01",
    "missed,Missed,customer,Closed Lost,2023-03-01",
    "elsewhere,Elsewhere,stranger,Prospecting,2024-01-31",
  ],
  Opportunity_Partner__c: [
    "Opportunity__c,Partner__c,Source__c,Role__c",
    "running,open,Twilio Sales,Influenced",
    "closed,won,Twilio Sales,Influenced",
    "missed,lost,Twilio Sales,Influenced",
    "running,gone,Twilio Sales,Influenced",
    "elsewhere,lost,Twilio Sales,Influenced",
  ],
};

interface Row {
  readonly node: { readonly Partner__r: { readonly Name: { readonly value: string } } };
}

interface Answer {
  readonly data: { readonly uiapi: { readonly query: { readonly Opportunity_Partner__c: { edges: readonly Row[] } } } };
}

describe("partners who may be missing on an open deal", () => {
  let org: TestOrg;
  let find: (role: Role) => Promise<readonly string[]>;

  beforeAll(async () => {
    org = await startOrg({ seed: SEED });
    const sessions = await signInEveryone(org);
    const team = new Team(sessions);
    const [deal, account] = await Promise.all([team.idOf("Opportunity", "This"), team.idOf("Account", "Customer")]);
    const variables = { deal, account, customer: "Customer", domain: "Customer" };
    find = async (role) => {
      const { data } = await sessions[role].request<Answer>({
        method: "POST",
        url: "/services/data/v66.0/graphql",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: QUERY, variables }),
      });
      return data.uiapi.query.Opportunity_Partner__c.edges.map(({ node }) => node.Partner__r.Name.value).toSorted();
    };
  });
  afterAll(() => org.close());

  it.each(["executive", "manager"] as const)(
    "are, as the %s sees it, those of the customer's open and won deals, not of a lost one",
    async (role) => {
      expect(await find(role)).toEqual(["Open Systems", "Won Systems"]);
    },
  );
});
