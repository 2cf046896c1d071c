import { Writable } from "node:stream";
import winston from "winston";
import { type HttpService, startHttpService, token } from "./httpService.ts";

describe("Who gets what of the HTTP API", () => {
  let service: HttpService;
  beforeAll(async () => (service = await startHttpService()));
  afterAll(() => service.close());

  test.each(["/livez", "/openapi.json"])("%s is open to everybody", async (path) => {
    const answer = await service.call("GET", path, { headers: { authorization: "" } });
    expect(answer.status).toBe(200);
  });

  test("readiness is open, and says what is in the way", async () => {
    const answer = await service.call("GET", "/readyz", { headers: { authorization: "" } });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({
      status: "not ready",
      reason: "The service has not looked for requested runs yet",
    });
  });

  test.each([
    ["GET", "/metrics"],
    ["GET", "/v1/runs"],
    ["POST", "/v1/runs"],
    ["GET", "/v1/runs/a00000000000001AAA"],
    ["GET", "/v1/runs/a00000000000001AAA/events"],
    ["GET", "/v1/partners/Northwind/explanation"],
    ["GET", "/v1/nothing"],
  ])("%s %s is closed without the token", async (method, path) => {
    for (const [authorization, code] of [
      ["", "TOKEN_MISSING"],
      ["Basic abc", "TOKEN_MISSING"],
      ["Bearer not-the-token", "TOKEN_WRONG"],
      [`Bearer ${token}x`, "TOKEN_WRONG"],
    ] as const) {
      const answer = await service.call(method, path, { headers: { authorization } });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
      expect(await answer.json()).toMatchObject({ code });
    }
  });

  test("an answer carries the protective headers, and not what it runs on", async () => {
    const { headers } = await service.call("GET", "/v1/runs");
    expect(headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("strict-transport-security")).toContain("max-age");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.has("x-powered-by")).toBe(false);
  });

  test("a caller's request id is kept, and one that could forge a log line is replaced", async () => {
    const own = await service.call("GET", "/livez", { headers: { "x-request-id": "night-7" } });
    expect(own.headers.get("x-request-id")).toBe("night-7");
    const forged = await service.call("GET", "/livez", { headers: { "x-request-id": 'a" level="error' } });
    expect(forged.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("an unknown path is a problem document with the request's id", async () => {
    const answer = await service.call("GET", "/v1/nothing", { headers: { "x-request-id": "look-1" } });
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(await answer.json()).toMatchObject({ status: 404, code: "NOT_FOUND", requestId: "look-1" });
  });
});

test("Without a token set, what shows or starts something is closed to everybody", async () => {
  const service = await startHttpService({ token: null });
  try {
    const answer = await service.call("GET", "/v1/runs");
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: "TOKEN_NOT_SET" });
    expect((await service.call("GET", "/livez")).status).toBe(200);
  } finally {
    await service.close();
  }
});

test("Requests beyond the limit are put off, health checks never", async () => {
  const service = await startHttpService({ limits: { requestsPerMinute: 2 } });
  try {
    const wrong = { headers: { authorization: "Bearer guess" } };
    expect((await service.call("GET", "/v1/runs", wrong)).status).toBe(401);
    expect((await service.call("GET", "/v1/runs")).status).toBe(200);
    const third = await service.call("GET", "/v1/runs");
    expect(third.status).toBe(429);
    expect(Number(third.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await third.json()).toMatchObject({ code: "TOO_MANY_REQUESTS" });
    expect((await service.call("GET", "/livez")).status).toBe(200);
  } finally {
    await service.close();
  }
});

test("A request that fails is logged under its id, without the token", async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const log = winston.createLogger({ level: "debug", transports: [new winston.transports.Stream({ stream })] });
  const service = await startHttpService({ log });
  try {
    await service.loseOrg();
    const answer = await service.call("GET", "/v1/runs", { headers: { "x-request-id": "lost-1" } });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ code: "UNREACHABLE" });
    const written = lines.join("");
    expect(written).toContain("lost-1");
    expect(written).not.toContain(token);
    expect(written).not.toContain(service.org.local.connection.accessToken);
  } finally {
    await service.close();
  }
});
