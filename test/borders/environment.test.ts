/** Bad environments: every fault is named by its variable, with the way out, and never with its value. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../sync-service/config.ts";
import { ConfigurationError } from "../../sync-service/crm/errors.ts";
import { environmentCases, secret } from "./environmentCases.ts";

const directory = mkdtempSync(join(tmpdir(), "environment-"));
afterAll(() => rmSync(directory, { recursive: true }));

function refusalOf(environment: Readonly<Record<string, string>>): string {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error).toMatchObject({ exitCode: 2 });
    return (error as Error).message;
  }
  throw new Error("it was taken");
}

test.each(environmentCases.map((one) => [one.what, one] as const))("%s is refused", (_what, one) => {
  const file = join(directory, "key.pem");
  writeFileSync(file, one.keyFile ?? "");
  const refusal = refusalOf({
    ...(one.keyFile === undefined ? {} : { SF_PRIVATE_KEY_FILE: file }),
    ...one.environment,
  });
  expect(refusal).toContain(one.says);
  expect(refusal).not.toContain(secret);
});

test("every fault is named at once, and no value", () => {
  const refusal = refusalOf({ SF_CLIENT_SECRET: secret, SYNC_CRON: "x", HTTP_PORT: "y", LOG_LEVEL: "z" });
  expect(refusal).toMatch(/SYNC_CRON.*HTTP_PORT.*LOG_LEVEL.*SF_LOGIN_URL.*SF_CLIENT_ID/);
  expect(refusal).not.toContain(secret);
});
