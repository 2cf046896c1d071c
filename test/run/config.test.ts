import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../sync-service/config.ts";

const directory = mkdtempSync(join(tmpdir(), "config-"));
const keyFile = join(directory, "key.pem");
writeFileSync(keyFile, "a key");
afterAll(() => rmSync(directory, { recursive: true }));

const base = { SF_LOGIN_URL: "https://login.salesforce.com", SF_CLIENT_ID: "3MVG9" };
const signed = { ...base, SF_USERNAME: "sync@example.com", SF_PRIVATE_KEY_FILE: keyFile };

describe("A configuration", () => {
  test("without any Salesforce means connection.json, with every default", () => {
    expect(readConfig({ PATH: "/bin", SF_CLIENT_ID: "" })).toEqual({
      credentials: null,
      cron: "0 2 * * *",
      pollSeconds: 10,
      stopSeconds: 20,
      httpHost: "127.0.0.1",
      httpPort: 3000,
      httpToken: null,
      logLevel: "info",
      stateDirectory: ".sync",
    });
  });

  test("logs in by JWT, or by client credentials", () => {
    expect(readConfig(signed).credentials).toMatchObject({ kind: "jwt", privateKey: "a key" });
    expect(readConfig({ ...base, SF_CLIENT_SECRET: "s" }).credentials).toMatchObject({ kind: "client credentials" });
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ["a login without a client", { SF_LOGIN_URL: "https://x.example" }, /SF_CLIENT_ID is missing.*SF_USERNAME/],
    ["a user without the rest", { SF_USERNAME: "u" }, /SF_LOGIN_URL.*SF_CLIENT_ID.*SF_PRIVATE_KEY_FILE/],
    ["an address that is none", { ...signed, SF_LOGIN_URL: "salesforce" }, /SF_LOGIN_URL is no http/],
    ["a key that can't be read", { ...signed, SF_PRIVATE_KEY_FILE: "/nowhere" }, /SF_PRIVATE_KEY_FILE.*can't be read/],
    ["both flows", { ...signed, SF_CLIENT_SECRET: "s" }, /keep one of the two/],
    ["a schedule that is none", { SYNC_CRON: "nightly" }, /SYNC_CRON is no cron expression/],
    ["a poll of nothing", { SYNC_POLL_SECONDS: "0" }, /SYNC_POLL_SECONDS is below 1/],
    ["a stop in the past", { SYNC_STOP_SECONDS: "-1" }, /SYNC_STOP_SECONDS is below 0/],
    ["a port that is none", { HTTP_PORT: "99999" }, /HTTP_PORT is no port/],
    ["other machines let in without a token", { HTTP_HOST: "0.0.0.0" }, /HTTP_HOST.*needs HTTP_TOKEN/],
    ["a guessable token", { HTTP_TOKEN: "secret" }, /HTTP_TOKEN is shorter/],
    ["a state directory that is a file", { SYNC_STATE_DIR: keyFile }, /SYNC_STATE_DIR names no directory/],
    ["a level that is none", { LOG_LEVEL: "loud" }, /LOG_LEVEL is none of/],
  ])("with %s is refused", (_name, environment, fault) => {
    expect(() => readConfig(environment)).toThrow(fault);
  });

  test.each([
    ["127.0.0.1", {}],
    ["::1", {}],
    ["localhost", {}],
    ["0.0.0.0", { HTTP_TOKEN: "sixteen letters!" }],
  ])("may listen at %s", (httpHost, rest) => {
    expect(readConfig({ HTTP_HOST: httpHost, ...rest })).toMatchObject({ httpHost });
  });

  test("names every fault at once, and no value", () => {
    const faulty = { SF_CLIENT_SECRET: "topsecret", SYNC_CRON: "x", HTTP_PORT: "y" };
    expect(() => readConfig(faulty)).toThrow(/SYNC_CRON.*HTTP_PORT.*SF_LOGIN_URL.*SF_CLIENT_ID/);
    expect(() => readConfig(faulty)).not.toThrow(/topsecret/);
  });
});
