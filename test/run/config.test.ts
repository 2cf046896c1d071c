import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../sync-service/config.ts";

const directory = mkdtempSync(join(tmpdir(), "config-"));
const keyFile = join(directory, "key.pem");
const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
writeFileSync(keyFile, privateKey);
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
    expect(readConfig(signed).credentials).toMatchObject({ kind: "jwt", privateKey });
    expect(readConfig({ ...base, SF_CLIENT_SECRET: "s" }).credentials).toMatchObject({ kind: "client credentials" });
  });

  test("takes values without the line break that files of secrets end in", () => {
    expect(readConfig({ ...base, SF_CLIENT_SECRET: "s\n", HTTP_TOKEN: "sixteen-letters!\n" })).toMatchObject({
      credentials: { clientSecret: "s" },
      httpToken: "sixteen-letters!",
    });
  });

  test("takes a key in the older form as well", () => {
    const older = createPrivateKey(privateKey).export({ type: "pkcs1", format: "pem" });
    writeFileSync(keyFile, older);
    expect(readConfig(signed).credentials).toMatchObject({ privateKey });
  });

  test.each([
    ["127.0.0.1", {}],
    ["::1", {}],
    ["localhost", {}],
    ["0.0.0.0", { HTTP_TOKEN: "sixteen-letters!" }],
  ])("may listen at %s", (httpHost, rest) => {
    expect(readConfig({ HTTP_HOST: httpHost, ...rest })).toMatchObject({ httpHost });
  });

  test("names every fault at once, and no value", () => {
    const faulty = { SF_CLIENT_SECRET: "topsecret", SYNC_CRON: "x", HTTP_PORT: "y" };
    expect(() => readConfig(faulty)).toThrow(/SYNC_CRON.*HTTP_PORT.*SF_LOGIN_URL.*SF_CLIENT_ID/);
    expect(() => readConfig(faulty)).not.toThrow(/topsecret/);
  });
});
