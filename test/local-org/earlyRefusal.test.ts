import { request as send } from "node:http";
import { startOrg, type TestOrg } from "../support/withOrg.ts";

describe("who is refused before the request is here as a whole", () => {
  let org: TestOrg;
  beforeAll(async () => {
    org = await startOrg();
  });
  afterAll(() => org.close());

  /** Sends half of a body, notes whether an answer came, and sends the rest. */
  async function sendInHalves(path: string, method: string): Promise<{ early: boolean; status: number }> {
    const call = send(`${org.instanceUrl}${path}`, {
      method,
      headers: { Authorization: "Bearer 00D!wrong", "X-SFDC-Session": "00D!wrong", "Content-Type": "application/json" },
    });
    const answered = new Promise<number>((resolve, reject) => {
      call.once("response", (answer) => resolve(answer.resume().statusCode ?? 0)).once("error", reject);
    });
    call.write('{"Name":');
    // An answer to that would be here before the answer to a later request.
    const later = fetch(`${org.instanceUrl}/services/data`).then(() => false);
    const early = await Promise.race([answered.then(() => true), later]);
    call.end('"x"}');
    return { early, status: await answered };
  }

  it.each([
    ["/services/data/v66.0/sobjects/Account", "POST", 401],
    ["/services/data/v66.0/jobs/ingest", "POST", 401],
    ["/services/data/v66.0/jobs/ingest/750000000000001AAA/batches", "PUT", 401],
    ["/services/data/v20.0/sobjects/Account", "POST", 404],
    ["/services/async/66.0/job", "POST", 400],
    ["/nowhere", "POST", 404],
  ])("%s: hears of it after the last byte, not in the middle", async (path, method, status) => {
    expect(await sendInHalves(path, method)).toEqual({ early: false, status });
  });
});
