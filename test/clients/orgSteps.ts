import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type ClientStep, failure, pick, queried, result, same } from "./clientStep.ts";

const OBJECTS = fileURLToPath(new URL("../../force-app/main/default/objects/", import.meta.url));
const PERMISSION_SET = "Partner_Account_Manager";

/** Custom objects and types that the package brings. */
function packageObjects(): string[] {
  return readdirSync(OBJECTS).filter((name) => /__(c|mdt)$/.test(name));
}

function packageFields(object: string): string[] {
  return readdirSync(`${OBJECTS}${object}/fields`).map((file) => file.replace(".field-meta.xml", ""));
}

function sorted(names: readonly string[]): string[] {
  return [...names].sort();
}

async function answered(address: string): Promise<{ status: number; location: string | null; cookie: string }> {
  const response = await fetch(address, { redirect: "manual" });
  const { status, headers } = response;
  return { status, location: headers.get("location"), cookie: headers.get("set-cookie") ?? "" };
}

export const orgSteps: readonly ClientStep[] = [
  {
    command: "org list limits",
    sentence: "lists the daily calls with what is left of them",
    run: async (world) => {
      const limits = await result<{ name: string; max: number; remaining: number }[]>(world, ["org", "list", "limits"]);
      const calls = limits.find(({ name }) => name === "DailyApiRequests");
      if (!calls || calls.max !== 100_000 || calls.remaining >= calls.max) throw new Error(JSON.stringify(limits));
    },
  },
  {
    command: "sobject list",
    sentence: "lists exactly the package's objects as custom, and the standard ones",
    run: async (world) => {
      const custom = await result<string[]>(world, ["sobject", "list", "--sobject", "custom"]);
      same(sorted(custom), sorted(packageObjects()));
      const all = await result<string[]>(world, ["sobject", "list"]);
      same(
        ["Account", "Contact", "Opportunity", "User"].filter((name) => !all.includes(name)),
        [],
      );
    },
  },
  {
    command: "sobject describe",
    sentence: "describes an object with every field of the package, and no other custom one",
    run: async (world) => {
      const object = "Partner_Training__c";
      const described = await result<{ name: string; keyPrefix: string; fields: { name: string; custom: boolean }[] }>(
        world,
        ["sobject", "describe", "--sobject", object],
      );
      const custom = described.fields.filter((field) => field.custom).map((field) => field.name);
      same([described.name, sorted(custom)], [object, sorted(packageFields(object))]);
    },
  },
  {
    command: "sobject describe",
    sentence: "says of an object that there is none",
    run: async (world) => {
      const refused = await failure(world, ["sobject", "describe", "--sobject", "Nothing__c"]);
      same(pick(refused, "name", "message"), { name: "NOT_FOUND", message: "The requested resource does not exist" });
    },
  },
  {
    command: "org assign permset",
    sentence: "assigns a permission set, once",
    run: async (world) => {
      const assigned = await result<{ successes: unknown[]; failures: unknown[] }>(world, [
        ...["org", "assign", "permset", "--name", PERMISSION_SET],
      ]);
      const expected = { name: "admin@partner-program.example.com", value: PERMISSION_SET };
      same(assigned, { successes: [expected], failures: [] });
      const soql = `SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE Assignee.Username = '${expected.name}' AND PermissionSet.Name = '${PERMISSION_SET}'`;
      same(await queried(world, soql), [{ PermissionSet: { Name: PERMISSION_SET } }]);
    },
  },
  {
    command: "org assign permset",
    sentence: "says which permission set there is not",
    run: async (world) => {
      const refused = await failure(world, ["org", "assign", "permset", "--name", "Nothing"]);
      if (!JSON.stringify(refused).includes("Nothing")) throw new Error(JSON.stringify(refused));
    },
  },
  {
    command: "org open",
    sentence: "gives an address that opens the browser's session once",
    run: async (world) => {
      const { url } = await result<{ url: string }>(world, [
        "org",
        "open",
        "--url-only",
        "--path",
        "/lightning/page/home",
      ]);
      const first = await answered(url);
      same([first.status, first.location], [302, "/lightning/page/home"]);
      if (!/^sid=.+HttpOnly/i.test(first.cookie)) throw new Error(`cookie: ${first.cookie.slice(0, 20)}`);
      same((await answered(url)).status, 401);
    },
  },
  {
    command: "api request rest",
    sentence: "lists the resources of an old version as of a new one",
    run: async (world) => {
      for (const version of ["v51.0", "v68.0"]) {
        const { body } = await result<{ body: Record<string, string> }>(world, [
          ...["api", "request", "rest", `/services/data/${version}/`],
        ]);
        same(pick(body, "sobjects", "query", "limits"), {
          sobjects: `/services/data/${version}/sobjects`,
          query: `/services/data/${version}/query`,
          limits: `/services/data/${version}/limits`,
        });
      }
    },
  },
  {
    command: "api request graphql",
    sentence: "answers a query with the rows that there are",
    run: async (world) => {
      const body =
        'query { uiapi { query { User(where: { Username: { like: "admin%" } }) { edges { node { Name { value } } } } } } }';
      const answer = await result<{ body: unknown }>(world, ["api", "request", "graphql", "--body", body]);
      const edges = [{ node: { Name: { value: "System Administrator" } } }];
      same(answer.body, { data: { uiapi: { query: { User: { edges } } } }, errors: [] });
    },
  },
];
