import { z } from "zod";
import { createRun, updateRun } from "../../sync-service/crm/runRecord.ts";
import * as api from "../../sync-service/http/apiSchemas.ts";
import { wholeProgram } from "../journeys/programOrg.ts";
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
    await service.board.watch(wholeProgram, async (progress) => {
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

  test.each([
    ["GET", "/v1/runs?limit=0", undefined, 400, "query.limit: is below 1"],
    ["GET", "/v1/runs?limit=1", undefined, 200, null],
    ["GET", "/v1/runs?limit=200", undefined, 200, null],
    ["GET", "/v1/runs?limit=201", undefined, 400, "query.limit: is above 200"],
    ["GET", "/v1/runs?limit=many", undefined, 400, "query.limit: is no number"],
    ["GET", "/v1/runs?limit=1.5", undefined, 400, "query.limit: is no whole number"],
    ["GET", "/v1/runs?limit=1&limit=2", undefined, 400, "query.limit"],
    ["GET", "/v1/runs?status=Done", undefined, 400, "query.status: is none of Requested"],
    ["GET", "/v1/runs?status=Held'%20OR%20Id!=null", undefined, 400, "query.status: is none of"],
    ["GET", "/v1/runs?page=2", undefined, 400, "page"],
    ["GET", "/v1/runs/nonsense", undefined, 400, "path.id: is no Salesforce record id"],
    ["GET", "/v1/runs/a0X000000000001", undefined, 404, "No run has the id"],
    ["GET", "/v1/runs/a0X000000000001/events", undefined, 404, "No run has the id"],
    ["DELETE", "/v1/runs", undefined, 404, "There is no DELETE /v1/runs"],
    ["POST", "/v1/runs", "{", 400, "JSON"],
    ["POST", "/v1/runs", '"Northwind"', 400, "JSON"],
    ["POST", "/v1/runs", "[]", 400, "body"],
    ["POST", "/v1/runs", '{"partner": 7}', 400, "body.partner: is no text"],
    ["POST", "/v1/runs", '{"partner": " "}', 400, "body.partner: is empty"],
    ["POST", "/v1/runs", `{"partner": "${"x".repeat(256)}"}`, 400, "body.partner: is longer than 255 characters"],
    ["POST", "/v1/runs", '{"partner": "Nobody at all"}', 404, "No partner account has the id or the exact name"],
    ["POST", "/v1/runs", '{"partner": "001000000000999AAA"}', 404, "No partner account"],
    ["POST", "/v1/runs", '{"Partner": "Northwind"}', 400, "Partner"],
    ["POST", "/v1/runs", `{"partner": "${"x".repeat(20_000)}"}`, 413, "large"],
    ["GET", "/v1/partners/Nobody/explanation", undefined, 404, "No partner account"],
    ["GET", "/v1/partners/%20/explanation", undefined, 400, "path.partner: is empty"],
    ["GET", "/v1/partners/O'Neil/explanation", undefined, 404, "No partner account"],
    ["GET", "/v1/partners/Northwind/explanation?asOf=2023-02-30", undefined, 400, "query.asOf: is no day"],
    ["GET", "/v1/partners/Northwind/explanation?asOf=today", undefined, 400, "query.asOf: is no day"],
    ["GET", "/v1/partners/Northwind/explanation?with=eARR", undefined, 400, "with"],
    ["GET", "/v1/partners/%E0%A4%A/explanation", undefined, 400, "decode"],
  ])("%s %s %s answers %i", async (method, path, body, status, detail) => {
    const answer = await service.call(method, path, body === undefined ? {} : { body });
    const document = (await answer.json()) as { detail?: string };
    expect(answer.status).toBe(status);
    if (detail !== null) {
      expect(document.detail).toContain(detail);
      expect(api.problem.parse(document)).toEqual(document);
    }
  });

  test("a name that means several partners lists them with their ids", async () => {
    for (const id of [1, 2])
      await service.org.create("Account", { Name: "Twins", Partner_Status__c: "Applicant", Site: `${id}` });
    const answer = await service.call("POST", "/v1/runs", { body: '{"partner": "Twins"}' });
    expect(answer.status).toBe(409);
    const { detail } = (await answer.json()) as { detail: string };
    expect(detail.match(/001[0-9A-Za-z]{15} Twins/g)).toHaveLength(2);
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
