import { answerFault } from "../../sync-service/crm/answerFault.ts";

const body = (errorCode: string, message: string) => JSON.stringify([{ errorCode, message, fields: [] }]);

describe("What an answer of Salesforce means", () => {
  test.each([
    [401, body("INVALID_SESSION_ID", "Session expired or invalid"), "SESSION_EXPIRED"],
    [401, body("INVALID_AUTH_HEADER", "INVALID_JWT_FORMAT"), "SESSION_EXPIRED"],
    [401, body("X", "This session is not valid for use with the REST API"), "CONFIGURATION"],
    [403, body("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."), "API_LIMIT"],
    [403, body("REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests Limit exceeded."), "TRANSIENT"],
    [400, body("LIMIT_EXCEEDED", "No more jobs today"), "API_LIMIT"],
    [400, body("INVALID_FIELD", "No such column 'eARR__c'"), "CONFIGURATION"],
    [400, body("INVALID_TYPE", "sObject type 'X' is not supported."), "CONFIGURATION"],
    [400, body("DUPLICATE_VALUE", "duplicate value found"), "DUPLICATE_VALUE"],
    [404, body("NOT_FOUND", "The requested resource does not exist"), "NOT_FOUND"],
    [503, "<html>maintenance</html>", "TRANSIENT"],
    [500, "", "TRANSIENT"],
    [420, "<html>We are setting things up</html>", "TRANSIENT"],
    [431, "<h1>Bad Message 431</h1>", "UNKNOWN"],
    [400, body("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access"), "TRANSIENT"],
    [400, body("TXN_SECURITY_METERING_ERROR", "a policy"), "TRANSIENT"],
    [410, body("UNSUPPORTED_API_VERSION", "gone"), "CONFIGURATION"],
  ])("%i %s", (status, text, code) => {
    expect(answerFault(status, {}, text)).toMatchObject({ code });
  });

  test("takes what Retry-After asks for, up to a minute", () => {
    expect(answerFault(429, { "retry-after": "7" }, "")).toMatchObject({ retryAfterMs: 7000 });
    expect(answerFault(429, { "retry-after": "9999" }, "")).toMatchObject({ retryAfterMs: 60_000 });
    expect(answerFault(429, {}, "")).toMatchObject({ retryAfterMs: null });
    const date = "Fri, 15 Dec 2023 10:00:00 GMT";
    const later = "Fri, 15 Dec 2023 10:00:20 GMT";
    expect(answerFault(503, { date, "retry-after": later }, "")).toMatchObject({ retryAfterMs: 20_000 });
    expect(answerFault(503, { date: later, "retry-after": date }, "")).toMatchObject({ retryAfterMs: 0 });
  });
});
