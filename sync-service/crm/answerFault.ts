/** What an HTTP answer of Salesforce means: the one place that reads its error words. */
import type { IncomingHttpHeaders } from "node:http";
import { ApiLimitError, ConfigurationError, RestError, SessionExpiredError, TransientError } from "./errors.ts";
import { headerOf } from "./httpExchange.ts";

const transientStatuses = new Set([406, 420, 429, 500, 502, 503, 504]);
const dailyLimitCodes = new Set(["LIMIT_EXCEEDED", "ExceededQuota"]);

/** The error that an answer of status 400 or above stands for. */
export function answerFault(status: number, headers: IncomingHttpHeaders, text: string): Error {
  if (transientStatuses.has(status)) return new TransientError(`Salesforce answered ${status}`, retryAfterMs(headers));
  const { code, message } = errorWords(text);
  if (status === 401) return sessionFault(code, message);
  if (status === 403 && code === "REQUEST_LIMIT_EXCEEDED")
    return /concurrent/i.test(message) ? new TransientError(message) : new ApiLimitError(message);
  if (dailyLimitCodes.has(code)) return new ApiLimitError(message);
  if (code === "INVALID_FIELD" || code === "INVALID_TYPE") return new MissingMetadataError(status, code, message);
  return new RestError(status, code, message);
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

/** In seconds; dates are not used by Salesforce. More than a minute is left to the next run. */
function retryAfterMs(headers: IncomingHttpHeaders): number | null {
  const seconds = Number(headerOf(headers, "retry-after") ?? NaN);
  return Number.isFinite(seconds) ? Math.min(seconds, 60) * 1000 : null;
}
