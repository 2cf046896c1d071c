/** Commands that can't be carried out as they are given: each ends with code 2, and says why before anything is asked of an org. */
export interface CommandCase {
  readonly what: string;
  readonly program: "cli" | "start" | "org";
  readonly args: readonly string[];
  readonly says: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Files in the directory where it is called. */
  readonly files?: Readonly<Record<string, string>>;
}

const refused = (program: CommandCase["program"], args: string, says: string): CommandCase => ({
  what: `${{ cli: "npm run", start: "npm start --", org: "npm run org --" }[program]} ${args}`,
  program,
  args: args.split(" ").filter((word) => word !== ""),
  says,
});

const usage: readonly CommandCase[] = [
  refused("cli", "", "sync [options]"),
  refused("cli", "dance", "unknown command 'dance'"),
  refused("cli", "sync --fast", "unknown option '--fast'"),
  refused("cli", "sync extra", "too many arguments for 'sync'"),
  refused("cli", "sync --as-of", "argument missing"),
  refused("cli", "sync --as-of 2023-02-30", "--as-of <date>' argument '2023-02-30' is invalid"),
  refused("cli", "sync --approve yes", "--approve <hash>' argument 'yes' is invalid"),
  refused("cli", "explain", "missing required argument 'partner'"),
  refused("cli", "explain Northwind --with tier=Gold", "what can be assumed"),
  refused("cli", "rehearse", "required option '--policy <dir>' not specified"),
  refused("cli", "doctor --fix", "unknown option '--fix'"),
  refused("start", "--twice", "Usage: npm start [-- --once]"),
  refused("start", "once", "Usage: npm start [-- --once]"),
  refused("org", "--port x", '--port "x" is no whole number'),
  refused("org", "--now yesterday", '--now "yesterday" is no ISO 8601 date-time'),
  refused("org", "--rows 5", "Usage: npm run org"),
  refused("org", "--faults nowhere.json", "--faults nowhere.json: ENOENT"),
  refused("org", "--seed nowhere", "nowhere: there is no such directory"),
];

const other: readonly CommandCase[] = [
  {
    what: "half an environment",
    program: "cli",
    args: ["sync", "--json"],
    environment: { SF_LOGIN_URL: "https://login.salesforce.com" },
    says: "SF_CLIENT_ID is missing",
  },
  {
    what: "a service with half an environment",
    program: "start",
    args: ["--once"],
    environment: { SF_LOGIN_URL: "https://login.salesforce.com" },
    says: "SF_CLIENT_ID is missing",
  },
  {
    what: "faults that are no JSON",
    program: "org",
    args: ["--faults", "faults.json"],
    files: { "faults.json": "server-error" },
    says: "--faults faults.json: ",
  },
  {
    what: "a fault that is none",
    program: "org",
    args: ["--faults", "faults.json"],
    files: { "faults.json": '{"rules": [{"fault": "gremlins"}]}' },
    says: "--faults faults.json: The fault rules can't be followed: rules.0.fault",
  },
];

export const commandCases: readonly CommandCase[] = [...usage, ...other];
