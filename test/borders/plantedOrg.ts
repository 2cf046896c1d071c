/** An org with recognisable people and secrets in it, behind a proxy that repeats them wherever an answer can. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Answer, type Exchange, faultyProxy, type FaultyProxy } from "../journeys/faultyProxy.ts";
import { programOrg, type ProgramOrg } from "../journeys/programOrg.ts";
import type { Seed } from "../journeys/programSeed.ts";
import { killScenarios } from "../kill/killScenarios.ts";
import type { Planted, Said } from "./leaks.ts";

const people: readonly (readonly [string, string, string])[] = [
  ["Ann", "Xanthippe", "Vexelgrove"],
  ["Ben", "Bartholdy", "Quillfeather"],
  ["Cleo", "Cassiopeia", "Zuurberg"],
];
const mailOf = (last: string): string => `${last.toLowerCase()}@people.example`;

export const refreshToken = "5Aep861TSESvWeug_planted_refresh_token_0001";
export const httpToken = "planted-http-token-0123456789";

export interface PlantedOrg {
  readonly org: ProgramOrg;
  readonly proxy: FaultyProxy;
  /** Access tokens that were given out so far. */
  readonly tokens: string[];
  /** Everything that is secret, as known by now. */
  readonly secrets: () => Planted;
  readonly personal: Planted;
  /** As the service is set up: with a client's secret, through the proxy. */
  readonly environment: Readonly<Record<string, string>>;
  readonly stateDirectory: string;
  /** From now on answers are changed so; tokens go on being noted. */
  readonly answer: (change: (exchange: Exchange, answer: Answer) => void) => void;
  readonly close: () => Promise<void>;
}

export async function plantedOrg(): Promise<PlantedOrg> {
  const stateDirectory = mkdtempSync(join(tmpdir(), "planted-"));
  let proxy: FaultyProxy | null = null;
  const org = await programOrg(seed(), {
    pageSize: 700,
    proxy: async (url) => (proxy = await faultyProxy(url)).url,
  });
  if (proxy === null) throw new Error("no proxy");
  const shown: FaultyProxy = proxy;
  const { clientId, clientSecret, privateKeyFile, accessToken } = org.local.connection;
  const key = readFileSync(privateKeyFile, "utf8").split("\n");
  const tokens: string[] = [accessToken];
  const answer: PlantedOrg["answer"] = (change) => {
    shown.meddle = (exchange, given) => {
      plantTokens(exchange, given, tokens);
      change(exchange, given);
    };
  };
  answer(() => undefined);
  return {
    org,
    proxy: shown,
    tokens,
    stateDirectory,
    answer,
    personal: Object.fromEntries(
      people.flatMap(([, first, last]) => [first, last, mailOf(last)].map((text) => [`the person ${text}`, text])),
    ),
    secrets: () => ({
      "the client's secret": clientSecret,
      "the refresh token": refreshToken,
      "the HTTP token": httpToken,
      ...Object.fromEntries(tokens.map((token, at) => [`access token ${at + 1}`, token])),
      ...Object.fromEntries(
        tokens.map((token, at) => [`half of access token ${at + 1}`, token.split("!")[1] ?? token]),
      ),
      ...Object.fromEntries(key.slice(1, 6).map((line, at) => [`line ${at + 1} of the private key`, line])),
    }),
    environment: {
      SF_LOGIN_URL: shown.url,
      SF_CLIENT_ID: clientId,
      SF_CLIENT_SECRET: clientSecret,
      SYNC_STATE_DIR: stateDirectory,
      LOG_LEVEL: "debug",
    },
    close: async () => {
      await shown.close();
      await org.close();
      rmSync(stateDirectory, { recursive: true, force: true });
    },
  };
}

/** A login may answer more than is asked for: a refresh token, an address with the session in it. */
function plantTokens({ path }: Exchange, given: Answer, tokens: string[]): void {
  if (!path.startsWith("/services/oauth2/token") || given.status !== 200) return;
  const said = JSON.parse(given.body) as { access_token: string };
  tokens.push(said.access_token);
  const id = `https://login.example/secur/frontdoor.jsp?sid=${encodeURIComponent(said.access_token)}`;
  given.body = JSON.stringify({ ...said, refresh_token: refreshToken, id });
}

function seed(): Seed {
  const bulk = killScenarios.find(({ pageSize }) => pageSize !== undefined)?.seed() ?? {};
  const Contact = people.map(([id, FirstName, LastName]) => ({
    Id: id,
    FirstName,
    LastName,
    Email: mailOf(LastName),
    AccountId: "Northwind",
  }));
  return { ...bulk, Contact };
}

/** Everything below a directory; what is packed is unpacked. */
export function filesIn(directory: string): Said[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
      return { place: `the file ${entry.name}`, text: (isZipped ? gunzipSync(bytes) : bytes).toString("latin1") };
    });
}

/** A file of the test's own beside the org's. */
export function fileWith(org: ProgramOrg, name: string, text: string): string {
  const file = join(org.local.directory.path, name);
  writeFileSync(file, text);
  return file;
}
