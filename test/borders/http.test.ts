/** Bad requests at the HTTP API: a problem document that names the part at fault, no run asked for, nothing unexpected. */
import * as api from "../../sync-service/http/apiSchemas.ts";
import { type HttpService, startHttpService } from "../http/httpService.ts";
import { httpCases } from "./httpCases.ts";

let service: HttpService;
beforeAll(async () => (service = await startHttpService()));
afterAll(() => service.close());

const named = httpCases.map((one, at) => {
  const heads = Object.entries(one.headers ?? {}).map(([name, value]) => `${name}: ${value.slice(0, 40)}`);
  return [
    `${at + 1}. ${[one.method, one.path.slice(0, 80), one.body?.slice(0, 40), ...heads].join(" ")}`,
    one,
  ] as const;
});

test.each(named)("%s", async (_name, { method, path, status, says, body, headers = {} }) => {
  const answer = await service.call(method, path, { headers, ...(body === undefined ? {} : { body }) });
  const document: unknown = await answer.json();
  expect({ status: answer.status, document }).toMatchObject({
    status,
    document: { status, detail: expect.stringContaining(says) as string },
  });
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
  expect(api.problem.parse(document)).toEqual(document);
});

test("every fault of a request is named at once", async () => {
  const answer = await service.call("GET", "/v1/runs?limit=0&status=Done&page=2");
  const { faults } = (await answer.json()) as { faults: unknown[] };
  expect(faults).toHaveLength(3);
});

test("a name that means several partners lists them with their ids", async () => {
  for (const id of [1, 2])
    await service.org.create("Account", { Name: "Twins", Partner_Status__c: "Applicant", Site: `${id}` });
  const answer = await service.call("POST", "/v1/runs", { body: '{"partner": "Twins"}' });
  expect(answer.status).toBe(409);
  const { detail } = (await answer.json()) as { detail: string };
  expect(detail.match(/001[0-9A-Za-z]{15} Twins/g)).toHaveLength(2);
});

test("nothing refused has left a run behind", async () => {
  expect(await service.org.records("SELECT Id FROM Partner_Sync_Run__c")).toEqual([]);
});
