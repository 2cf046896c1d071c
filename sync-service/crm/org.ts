/** One org, ready for reading and writing: what every query and write of this room is handed. */
import { Connection } from "jsforce/lib/connection.js";
import { ApiBudget } from "./apiBudget.ts";
import { jsforceTransport } from "./jsforceTransport.ts";
import { OrgClock } from "./orgClock.ts";
import { defaultRetry, type RetryPolicy } from "./retry.ts";
import { Session } from "./session.ts";
import type { Credentials } from "./token.ts";
import { OrgTransport } from "./transport.ts";

/** Pinned: jsforce's own default is years old. */
export const apiVersion = "66.0";
export const apiRoot = `/services/data/v${apiVersion}`;

export interface Org {
  readonly transport: OrgTransport;
  /** jsforce on our transport: describe, single records, collections, job control. */
  readonly connection: Connection;
  readonly clock: OrgClock;
  readonly budget: ApiBudget;
}

export interface OrgOptions {
  readonly retry?: RetryPolicy;
}

/** Nothing is sent yet: the session is opened by the first call. */
export function openOrg(credentials: Credentials, { retry = defaultRetry }: OrgOptions = {}): Org {
  const clock = new OrgClock();
  const budget = new ApiBudget();
  const session = new Session(credentials, clock, retry);
  const transport = new OrgTransport({ session, clock, budget, retry });
  // The address is only a base for paths: the session decides where a call goes.
  const connection = new Connection({
    instanceUrl: credentials.loginUrl,
    version: apiVersion,
  });
  connection._transport = jsforceTransport(transport);
  return { transport, connection, clock, budget };
}
