/** An error as Salesforce's REST API words it: `[{message, errorCode, fields}]` with its HTTP status. */
export class SalesforceError extends Error {
  readonly errorCode: string;
  readonly status: number;
  readonly fields: readonly string[];

  constructor(errorCode: string, message: string, options: { status?: number; fields?: readonly string[] } = {}) {
    super(message);
    this.name = "SalesforceError";
    this.errorCode = errorCode;
    this.status = options.status ?? 400;
    this.fields = options.fields ?? [];
  }
}

/** What the local org leaves out answers so: double parentheses tell it apart from the platform's own words. */
export function notSupported(what: string): SalesforceError {
  return new SalesforceError("FUNCTIONALITY_NOT_ENABLED", `((${what} is not supported by the local org))`, {
    status: 400,
  });
}
