import { signIn } from "../force-app/signIn.ts";
import { restClient } from "../support/restClient.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { at, graphql } from "./graphqlCall.ts";
import { signInPlainUser } from "./uiApiPlainUser.ts";

const TIERS = `{ uiapi { query {
  Partner_Tier_Requirement__mdt(where: { Rank__c: { gte: 2 } }, orderBy: { Rank__c: { order: DESC } }) {
    totalCount
    edges { node { Id DeveloperName { value } MasterLabel { value } Rank__c { value displayValue } } }
  }
} } }`;

interface TierNode {
  readonly DeveloperName: { readonly value: string };
  readonly MasterLabel: { readonly value: string };
}

describe("Lightning pages read the policy through GraphQL", () => {
  let org: TestOrg;

  beforeAll(async () => {
    org = await startOrg();
  });
  afterAll(() => org.close());

  it.each(["Partner_Account_Executive", "Partner_Account_Manager", "Partner_Program_Administrator"])(
    "gives rows of custom metadata to a holder of %s, whose set names the type",
    async (permissionSet) => {
      const session = await signIn(org, permissionSet);
      const { data, errors } = await graphql(restClient(org, session.accessToken!), TIERS);
      expect(errors).toEqual([]);
      const edges = at<{ node: TierNode }[]>(data, "uiapi.query.Partner_Tier_Requirement__mdt.edges");
      expect(edges.map(({ node }) => node.DeveloperName.value)).toEqual(["Gold", "Silver", "Bronze"]);
      expect(edges[0]!.node.MasterLabel.value).toBe("Gold");
    },
  );

  it("gives them to an administrator, who may customize the application", async () => {
    const { data } = await graphql(restClient(org), TIERS);
    expect(at(data, "uiapi.query.Partner_Tier_Requirement__mdt.totalCount")).toBe(3);
  });

  it("offers no mutation of them to anybody", async () => {
    const { errors } = await graphql(
      restClient(org),
      `
        mutation {
          uiapi {
            Partner_Tier_Requirement__mdtDelete(input: { Id: "m00000000000001AAA" }) {
              Id
            }
          }
        }
      `,
    );
    expect(errors[0]!.extensions.ErrorType).toBe("ValidationError");
  });

  it("does not show the type to who has no access to it", async () => {
    const { errors } = await graphql(await signInPlainUser(org), TIERS);
    expect(errors[0]!.extensions.ErrorType).toBe("ValidationError");
  });
});
