interface SalesforceErrorOptions {
  readonly status?: number;
  readonly fields?: readonly string[];
  readonly more?: readonly SalesforceError[];
}

/** An error as Salesforce's REST API words it: `[{message, errorCode, fields}]` with its HTTP status. */
export class SalesforceError extends Error {
  readonly errorCode: string;
  readonly status: number;
  readonly fields: readonly string[];
  /** What else the same record is at fault for: answers list all of it. */
  readonly more: readonly SalesforceError[];

  constructor(errorCode: string, message: string, options: SalesforceErrorOptions = {}) {
    super(message);
    this.name = "SalesforceError";
    this.errorCode = errorCode;
    this.status = options.status ?? 400;
    this.fields = options.fields ?? [];
    this.more = options.more ?? [];
  }

  /** This error and what else the record is at fault for. */
  get all(): readonly SalesforceError[] {
    return [this, ...this.more];
  }
}

/** What the local org leaves out answers so: double parentheses tell it apart from the platform's own words. */
export function notSupported(what: string): SalesforceError {
  return new SalesforceError("FUNCTIONALITY_NOT_ENABLED", `((${what} is not supported by the local org))`, {
    status: 400,
  });
}
