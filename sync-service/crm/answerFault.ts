/** What an HTTP answer of Salesforce means: the one place that reads its error words. */
import type { IncomingHttpHeaders } from "node:http";
import { ApiLimitError, ConfigurationError, RestError, SessionExpiredError, TransientError } from "./errors.ts";
import { headerOf } from "./httpExchange.ts";

const transientStatuses = new Set([406, 420, 429, 500, 502, 503, 504]);
/** The org has too much to do. */
const pressureStatuses = new Set([429, 503]);
const dailyLimitCodes = new Set(["LIMIT_EXCEEDED", "ExceededQuota"]);
const mostMeteringAttempts = 3;

/** Whether an answer of that status may be another one next time. */
export function isTransientStatus(status: number): boolean {
  return transientStatuses.has(status);
}

/** The error that an answer of status 400 or above stands for. */
export function answerFault(status: number, headers: IncomingHttpHeaders, text: string): Error {
  if (isTransientStatus(status)) return passing(status, headers);
  const { code, message } = errorWords(text);
  if (status === 401) return sessionFault(code, message);
  if (status === 403 && code === "REQUEST_LIMIT_EXCEEDED") return limitFault(message);
  if (dailyLimitCodes.has(code)) return usedUp(message);
  if (code === "INVALID_FIELD" || code === "INVALID_TYPE") return new MissingMetadataError(status, code, message);
  // Of a single record; in a collection the same word stands in the row's own result.
  if (code === "UNABLE_TO_LOCK_ROW") return new TransientError(message);
  if (code === "TXN_SECURITY_METERING_ERROR") return meteringFault(message);
  if (status === 410)
    return new ConfigurationError(`${message}: this version of the service is too old for the org; upgrade it`);
  return new RestError(status, code, message);
}

function passing(status: number, headers: IncomingHttpHeaders): TransientError {
  const isPressure = pressureStatuses.has(status);
  return new TransientError(`Salesforce answered ${status}`, { retryAfterMs: retryAfterMs(headers), isPressure });
}

/** The day's calls are gone for hours; too many at once pass. */
function limitFault(message: string): Error {
  return /concurrent/i.test(message) ? new TransientError(message, { isPressure: true }) : usedUp(message);
}

function usedUp(message: string): ApiLimitError {
  return new ApiLimitError(
    `${message} What the org allows in 24 hours is used up: Setup > Company Information says by how much; the next run goes on`,
  );
}

function meteringFault(message: string): TransientError {
  return new TransientError(message, {
    mostAttempts: mostMeteringAttempts,
    lastly: new ConfigurationError(
      `${message}: give the integration user the permission "Exempt from Transaction Security"`,
    ),
  });
}

/** A field or object is missing, or the integration user may not see it: Salesforce says the same of both. */
export class MissingMetadataError extends ConfigurationError {
  override readonly name = "ConfigurationError";
  readonly status: number;
  readonly errorCode: string;

  constructor(status: number, errorCode: string, message: string) {
    super(
      `${message} (deploy the package, and assign the permission set Partner_Sync_Service to the integration user)`,
    );
    this.status = status;
    this.errorCode = errorCode;
  }
}

function sessionFault(code: string, message: string): Error {
  if (message.includes("not valid for use with the REST API"))
    return new ConfigurationError(`${message}: the integration user needs the permission "API Enabled"`);
  return new SessionExpiredError(`${code}: ${message}`);
}

function errorWords(text: string): { code: string; message: string } {
  try {
    const parsed: unknown = JSON.parse(text);
    const first = (Array.isArray(parsed) ? parsed[0] : parsed) as {
      errorCode?: string;
      message?: string;
    };
    return {
      code: first.errorCode ?? "UNKNOWN",
      message: first.message ?? "no message",
    };
  } catch {
    return { code: "UNKNOWN", message: "no readable error body" };
  }
}

/** In seconds, or as a date by the answer's own clock. More than a minute is left to the next run. */
function retryAfterMs(headers: IncomingHttpHeaders): number | null {
  const asked = headerOf(headers, "retry-after") ?? "";
  const sentAt = Date.parse(headerOf(headers, "date") ?? "");
  const seconds = /^\d+$/.test(asked) ? Number(asked) : (Date.parse(asked) - sentAt) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 60) * 1000 : null;
}
