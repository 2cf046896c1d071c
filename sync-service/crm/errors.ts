/** Everything that can go wrong with Salesforce, sorted by what a person has to do about it: the exit code. */
import { withoutSecrets } from "./withoutSecrets.ts";

/** Base of the taxonomy; `exitCode` is the process's (see the command's contract). */
export abstract class CrmError extends Error {
  abstract readonly code: string;
  abstract readonly exitCode: 1 | 2 | 5 | 6 | 7;

  constructor(message: string, options?: ErrorOptions) {
    super(withoutSecrets(message), options);
  }
}

/** Somebody has to set something up: credentials, permissions, policy rows. Never retried. */
export class ConfigurationError extends CrmError {
  override readonly name: string = "ConfigurationError";
  readonly code: string = "CONFIGURATION";
  readonly exitCode = 2;
}

/** The programme policy is missing, or has a row that can't be followed: no run may write. */
export class PolicyError extends ConfigurationError {
  override readonly name = "PolicyError";
  override readonly code = "POLICY";
}

/** Without the org's list of currencies no amount of several can be told: no run may decide on any. */
export class CurrenciesUnreadableError extends ConfigurationError {
  override readonly name = "CurrenciesUnreadableError";
  override readonly code = "RATES_UNREADABLE";
}

/** The org's API allowance is used up, or so nearly that the night stops. */
export class ApiLimitError extends CrmError {
  override readonly name = "ApiLimitError";
  readonly code = "API_LIMIT";
  readonly exitCode = 5;
}

/** No answer after every retry. */
export class UnreachableError extends CrmError {
  override readonly name = "UnreachableError";
  readonly code = "UNREACHABLE";
  readonly exitCode = 7;
}

/** Another runner has taken this one's place: nothing more may be written. */
export class LeaseLostError extends CrmError {
  override readonly name = "LeaseLostError";
  readonly code = "LEASE_LOST";
  readonly exitCode = 6;

  constructor(reason: string) {
    super(`Another run has taken this one's place, and nothing more is written (${reason})`);
  }
}

/** What came back is not what was asked for: too few rows, damaged pages, unknown values. */
export class UnexpectedAnswerError extends CrmError {
  override readonly name: string = "UnexpectedAnswerError";
  readonly code: string = "UNEXPECTED_ANSWER";
  readonly exitCode = 1;
}

/** Fewer rows came than the org itself counts, time and again. Before the first write of a run, a cause to hold it. */
export class ShortReadingError extends UnexpectedAnswerError {
  override readonly name = "ShortReadingError";
  override readonly code = "ROWS_SHORT";
  readonly object: string;

  constructor(object: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.object = object;
  }
}

/** An error that Salesforce words itself: `[{message, errorCode}]` with a 4xx status. */
export class RestError extends CrmError {
  override readonly name = "RestError";
  readonly exitCode = 1;
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(`Salesforce answered ${status} ${code}: ${message}`);
    this.status = status;
    this.code = code;
  }
}

export interface Passing {
  /** What the server asked for, if anything. */
  readonly retryAfterMs?: number | null;
  /** The org has too much to do: fewer calls at once, please. */
  readonly isPressure?: boolean;
  /** Fewer attempts than others get. */
  readonly mostAttempts?: number;
  /** What it means where it does not pass. */
  readonly lastly?: CrmError;
  readonly cause?: unknown;
}

/** May pass by itself: the request is sent again. Leaves the transport as an UnreachableError, or as what it means lastly. */
export class TransientError extends Error {
  override readonly name = "TransientError";
  readonly code = "TRANSIENT";
  readonly retryAfterMs: number | null;
  readonly isPressure: boolean;
  readonly mostAttempts: number;
  readonly lastly: CrmError | null;

  constructor(message: string, { retryAfterMs, isPressure, mostAttempts, lastly, cause }: Passing = {}) {
    super(message, { cause });
    this.retryAfterMs = retryAfterMs ?? null;
    this.isPressure = isPressure ?? false;
    this.mostAttempts = mostAttempts ?? Infinity;
    this.lastly = lastly ?? null;
  }
}

/** The session is over; it is renewed once. */
export class SessionExpiredError extends Error {
  override readonly name = "SessionExpiredError";
  readonly code = "SESSION_EXPIRED";
}
