import { type ClientStep, failure, pick, queried, result, same, type World } from "./clientStep.ts";

const ADMINISTRATOR = "admin@partner-program.example.com";

function expectedOrg({ org }: World): Record<string, unknown> {
  return {
    orgId: org.org.organizationId,
    username: ADMINISTRATOR,
    isDevHub: false,
    isSandbox: false,
    isScratch: false,
    name: "Local Org",
    orgEdition: "Developer Edition",
  };
}

function jwt({ org }: World, username: string): string[] {
  const { clientId, privateKeyFile } = org.connection;
  return [
    ...["org", "login", "jwt", "--username", username, "--client-id", clientId],
    ...["--jwt-key-file", privateKeyFile, "--instance-url", org.instanceUrl, "--set-default"],
  ];
}

export const loginSteps: readonly ClientStep[] = [
  {
    command: "org login access-token",
    sentence: "takes the administrator's token, and tells the local org from a Dev Hub and a sandbox",
    run: async (world) => {
      const args = ["org", "login", "access-token", "--instance-url", world.org.instanceUrl, "--no-prompt"];
      const login = await result(world, [...args, "--set-default"], {
        SF_ACCESS_TOKEN: world.org.connection.accessToken,
      });
      same(pick(login, ...Object.keys(expectedOrg(world))), expectedOrg(world));
    },
  },
  {
    command: "data query",
    sentence: "works after a login by token, when every path starts with two slashes",
    run: async (world) => same(await queried(world, "SELECT Name FROM Organization"), [{ Name: "Local Org" }]),
  },
  {
    command: "org login jwt",
    sentence: "takes a key, and refuses a user that the org does not have",
    run: async (world) => {
      const login = await result(world, jwt(world, ADMINISTRATOR));
      same(pick(login, ...Object.keys(expectedOrg(world))), expectedOrg(world));
      const refused = await failure(world, jwt(world, "nobody@partner-program.example.com"));
      if (!String(refused["message"]).includes("user hasn't approved this consumer"))
        throw new Error(`it said: ${String(refused["message"])}`);
    },
  },
  {
    command: "org display",
    sentence: "says who is connected to what",
    run: async (world) => {
      const shown = await result(world, ["org", "display"]);
      same(pick(shown, "id", "username", "connectedStatus", "instanceUrl"), {
        id: world.org.org.organizationId,
        username: ADMINISTRATOR,
        connectedStatus: "Connected",
        instanceUrl: world.org.instanceUrl,
      });
    },
  },
];
