import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DocumentNode, Kind, parse, type TypeNode } from "graphql";
import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { signInEveryone, type Role } from "./signIn.ts";

const LWC = fileURLToPath(new URL("../../force-app/main/default/lwc/", import.meta.url));
const PEOPLE: readonly Role[] = ["executive", "manager", "administrator"];
const SEED = { Account: ["Id,Name,Partner_Status__c", "harbor,Harbor Systems,Enrolled"] };

/** Every document of every component, as the pages send it. */
const queries: readonly (readonly [string, string])[] = readdirSync(LWC, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.includes("__tests__"))
  .flatMap((path) =>
    [...readFileSync(join(LWC, path), "utf8").matchAll(/gql`([^`]*)`/g)].map(
      ([, text]) => [basename(path), text!] as const,
    ),
  );

function example(type: TypeNode, accountId: string): unknown {
  if (type.kind === Kind.NON_NULL_TYPE) return example(type.type, accountId);
  if (type.kind === Kind.LIST_TYPE) return [example(type.type, accountId)];
  // A filter without conditions finds everything.
  if (type.name.value.endsWith("_Filter")) return {};
  return { ID: accountId, Int: 10, Boolean: true, Date: "2023-12-15" }[type.name.value] ?? "none";
}

function variablesOf(document: DocumentNode, accountId: string): Record<string, unknown> {
  const variables = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
  );
  return Object.fromEntries(
    // The first page has no cursor before it.
    variables.map(({ variable: { name }, type }) => [
      name.value,
      name.value === "after" ? null : example(type, accountId),
    ]),
  );
}

describe("what the components ask", () => {
  let org: TestOrg;
  let ask: (role: Role, query: string) => Promise<{ errors: unknown[] }>;

  beforeAll(async () => {
    org = await startOrg({ seed: SEED });
    const sessions = await signInEveryone(org);
    const [account] = (await sessions.service.query<{ Id: string }>("SELECT Id FROM Account")).records;
    ask = (role, query) =>
      sessions[role].request({
        method: "POST",
        url: "/services/data/v66.0/graphql",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables: variablesOf(parse(query), account!.Id) }),
      });
  });
  afterAll(() => org.close());

  it("is written down where this test finds it", () => {
    expect(queries.length).toBeGreaterThan(0);
  });

  const cases = queries.flatMap(([name, query]) => PEOPLE.map((role) => [name, role, query] as const));

  it.each(cases)("%s is answered to every %s", async (_, role, query) => {
    expect((await ask(role, query)).errors).toEqual([]);
  });
});
