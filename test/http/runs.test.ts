import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { createRun, updateRun } from "../../sync-service/crm/runRecord.ts";
import * as api from "../../sync-service/http/apiSchemas.ts";
import { RunHeldError } from "../../sync-service/run/runErrors.ts";
import { nightly } from "../../sync-service/waitingRuns.ts";
import { type HttpService, startHttpService } from "./httpService.ts";

interface RunDocument {
  readonly id: string;
  readonly status: string;
  readonly partnerId: string | null;
}

describe("Runs over HTTP", () => {
  let service: HttpService;
  beforeAll(async () => (service = await startHttpService({ isScheduled: true })));
  afterAll(() => service.close());

  test("a run asked for by a partner's name is carried out, and followed to its end", async () => {
    const asked = await service.call("POST", "/v1/runs", { body: JSON.stringify({ partner: "Northwind" }) });
    expect(asked.status).toBe(202);
    const run = (await asked.json()) as RunDocument;
    expect(asked.headers.get("location")).toBe(`/v1/runs/${run.id}`);
    const events = await (await service.call("GET", `/v1/runs/${run.id}/events`)).text();
    const records = [...events.matchAll(/event: run\ndata: (.*)\n/g)].map(
      ([, data]) => JSON.parse(data ?? "") as unknown,
    );
    expect(records.at(-1)).toMatchObject({ id: run.id, status: "Completed", mode: "On Demand", partnersEvaluated: 1 });
    const shown = await service.call("GET", `/v1/runs/${run.id}`);
    expect(z.strictObject(api.run.shape).parse(await shown.json())).toEqual(records.at(-1));
  });

  test("steps reach whoever follows a run at work", async () => {
    let follow: Promise<string> = Promise.resolve("");
    const id = await createRun(service.org.service, { mode: "Nightly", status: "Running" });
    await service.board.watch(nightly, async (progress) => {
      progress.began?.(id);
      progress.step("Reading");
      const answer = await service.call("GET", `/v1/runs/${id}/events`);
      follow = answer.text();
      progress.step("Deciding");
      await updateRun(service.org.service, id, { status: "Completed" });
      return service.org.run({ isDryRun: true });
    });
    const steps = [...(await follow).matchAll(/event: step\ndata: (.*)\n/g)].map(
      ([, data]) => JSON.parse(data ?? "") as unknown,
    );
    expect(steps).toMatchObject([{ what: "Reading" }, { what: "Deciding" }]);
  });

  test("the list has the newest first, and those of one status when asked", async () => {
    const ask = async (query: string) => {
      const answer = await service.call("GET", `/v1/runs${query}`);
      return (await answer.json()) as { runs: RunDocument[] };
    };
    await createRun(service.org.service, { mode: "Nightly", status: "Failed" });
    const all = await ask("");
    expect(api.runList.parse(all).runs[0]).toMatchObject({ status: "Failed" });
    const failed = await ask("?status=Failed&limit=1");
    expect(failed.runs).toEqual([all.runs[0]]);
  });

  test("readiness holds once the service looks for work", async () => {
    expect((await service.call("GET", "/readyz")).status).toBe(200);
  });

  test("metrics count runs and rows, and name nobody", async () => {
    await service.org.run();
    const text = await (await service.call("GET", "/metrics")).text();
    expect(text).toMatch(/partner_sync_runs_total\{mode="On Demand",status="Completed"\} [1-9]/);
    expect(text).toMatch(/partner_sync_api_calls [1-9]/);
    const [partner] = await service.org.records("SELECT Id FROM Account WHERE Name = 'Northwind'");
    expect(text).not.toContain("Northwind");
    expect(text).not.toContain(String(partner?.Id).slice(0, 15));
  });

  test("metrics tell rows that are not as they were written, and a run that is held before it can decide", async () => {
    const metric = async (name: string) => {
      const text = await (await service.call("GET", "/metrics")).text();
      return new RegExp(`^partner_sync_${name} (.*)$`, "m").exec(text)?.[1];
    };
    const result = await service.org.run();
    const difference = { object: "Account", record: "x", code: "READ_BACK_DIFFERS", message: "", advice: "" };
    const readBack = { ...result.readBack, rows: 7, differences: [difference] };
    await service.board.watch(nightly, () => Promise.resolve({ ...result, readBack }));
    expect([await metric("last_rows_read_back"), await metric("last_rows_differing")]).toEqual(["7", "1"]);
    expect(await metric("last_run_held")).toBe("0");
    const held = new RunHeldError({ codes: ["POLICY"], reason: "no policy" }, {});
    await expect(service.board.watch(nightly, () => Promise.reject(held))).rejects.toBe(held);
    expect(await metric("last_run_held")).toBe("1");
    expect(await metric('runs_total\\{mode="Nightly",status="Held"\\}')).toBe("1");
  });

  test("metrics that the guide to operations names are there", async () => {
    const guide = readFileSync(join(import.meta.dirname, "../../docs/operations.md"), "utf8");
    const named = new Set(guide.match(/partner_sync_\w+/g));
    expect(named.size).toBeGreaterThan(4);
    const text = await (await service.call("GET", "/metrics")).text();
    const there = [...text.matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name);
    expect(there).toEqual(expect.arrayContaining([...named]));
  });

  test("an explanation is the document that the command prints", async () => {
    const answer = await service.call("GET", "/v1/partners/Northwind/explanation?asOf=2023-12-15");
    expect(answer.status).toBe(200);
    const document: unknown = await answer.json();
    expect(api.explanation.parse(document)).toMatchObject({ asOf: "2023-12-15", partner: { name: "Northwind" } });
  });
});

describe("What the HTTP API refuses", () => {
  let service: HttpService;
  beforeAll(async () => (service = await startHttpService({ limits: { streams: 0 } })));
  afterAll(() => service.close());

  test.each([1, 200])("a list of %i is not refused", async (limit) => {
    expect((await service.call("GET", `/v1/runs?limit=${limit}`)).status).toBe(200);
  });

  test("one stream more than allowed is refused, and the run can still be asked for", async () => {
    const id = await createRun(service.org.service, { mode: "Nightly", status: "Running" });
    expect((await service.call("GET", `/v1/runs/${id}/events`)).status).toBe(503);
    expect((await service.call("GET", `/v1/runs/${id}`)).status).toBe(200);
  });

  test("nothing refused has left a run behind", async () => {
    expect(await service.org.records("SELECT Id FROM Partner_Sync_Run__c WHERE Status__c = 'Requested'")).toEqual([]);
  });
});

test("The OpenAPI document names every route, with its parameters and answers", async () => {
  const service = await startHttpService();
  try {
    const document = (await (await service.call("GET", "/openapi.json")).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { security: unknown[]; responses: object }>>;
    };
    expect(document.openapi).toBe("3.1.0");
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(routes.sort()).toEqual([
      "GET /livez",
      "GET /metrics",
      "GET /openapi.json",
      "GET /readyz",
      "GET /v1/partners/{partner}/explanation",
      "GET /v1/runs",
      "GET /v1/runs/{id}",
      "GET /v1/runs/{id}/events",
      "POST /v1/runs",
    ]);
    // A document that promises a route which is not there would answer 404 NOT_FOUND for the path itself.
    for (const route of routes) {
      const [method = "", path = ""] = route.split(" ");
      const answer = await service.call(method, path.replace("{id}", "nonsense").replace("{partner}", "%20"));
      const text = await answer.text();
      if (path !== "/openapi.json") expect(text).not.toContain("There is no");
    }
  } finally {
    await service.close();
  }
});
