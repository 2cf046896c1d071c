/** A command that is told to stop gives the lock back: the next run need not wait for the lease to run out. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { faultyProxy, type FaultyProxy } from "./faultyProxy.ts";
import { programOrg } from "./programOrg.ts";
import { smallProgram } from "./programSeed.ts";

test.each([
  ["while it reads", "SIGTERM", 143, "Opportunity_Partner__c"],
  ["while it writes", "SIGINT", 130, "/composite/sobjects/Partner_Benefit__c"],
] as const)("A run that is told to stop %s leaves no lock behind", async (_moment, signal, exitCode, sign) => {
  const org = await programOrg(smallProgram());
  const proxy: FaultyProxy = await faultyProxy(org.local.instanceUrl);
  try {
    const reached = Promise.withResolvers<void>();
    proxy.before = ({ path, requestBody }) => {
      if (!`${path}${requestBody}`.includes(sign)) return Promise.resolve();
      reached.resolve();
      // The answer never comes, whoever waits for it.
      return new Promise(() => undefined);
    };
    const { child, ended } = start(proxy.url, org.local.connection);
    await Promise.race([reached.promise, ended]);
    child.kill(signal);
    const { code, errors } = await ended;
    expect({ code, errors }).toMatchObject({ code: exitCode });
    expect(errors).toContain("told to stop");
    const [record] = await org.records("SELECT Key__c, Status__c, Summary__c FROM Partner_Sync_Run__c");
    expect(record).toMatchObject({
      Status__c: "Failed",
      Key__c: expect.stringMatching(/^run:/) as string,
      Summary__c: expect.stringContaining(signal) as string,
    });
    expect(await org.run()).toMatchObject({ status: "Completed", rowsFailed: 0 });
    expect(await org.run()).toMatchObject({ rowsWritten: 0 });
  } finally {
    await proxy.close();
    await org.close();
  }
});

function start(url: string, { clientId, clientSecret }: { clientId: string; clientSecret: string }) {
  const cli = join(import.meta.dirname, "../../sync-service/cli.ts");
  const child = spawn(process.execPath, [cli, "sync"], {
    env: { PATH: process.env.PATH ?? "", SF_LOGIN_URL: url, SF_CLIENT_ID: clientId, SF_CLIENT_SECRET: clientSecret },
  });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) =>
    child.on("close", (code) => resolve({ code, errors })),
  );
  return { child, ended };
}
