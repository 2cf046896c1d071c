/** One org, ready for reading and writing: what every query and write of this room is handed. */
import { Connection } from "jsforce/lib/connection.js";
import { ApiBudget } from "./apiBudget.ts";
import { type Checkpoint, checkpointName, type CheckpointPlace } from "./checkpoint.ts";
import { Concurrency } from "./concurrency.ts";
import type { Fence } from "./fencedWrite.ts";
import { type Deadlines, defaultDeadlines } from "./httpExchange.ts";
import { jsforceTransport } from "./jsforceTransport.ts";
import { OrgClock } from "./orgClock.ts";
import { type Pace, realPace } from "./pace.ts";
import { defaultRetry, type RetryPolicy } from "./retry.ts";
import { Session } from "./session.ts";
import type { Credentials } from "./token.ts";
import { OrgTransport } from "./transport.ts";
import type { WrittenSample } from "./writtenSample.ts";

/** Pinned: jsforce's own default is years old. */
export const apiVersion = "66.0";
export const apiRoot = `/services/data/v${apiVersion}`;

export interface Org {
  readonly transport: OrgTransport;
  /** jsforce on our transport: describe, single records, collections, job control. */
  readonly connection: Connection;
  readonly clock: OrgClock;
  readonly budget: ApiBudget;
  readonly concurrency: Concurrency;
  /** Time and chance of waits and polls. */
  readonly pace: Pace;
  /** Writes go through behind this lease alone; none = writes of a tool, not of a run. */
  readonly fence?: Fence;
  readonly thresholds: Thresholds;
  /** null: nothing is kept on this machine. */
  readonly checkpointPlace: CheckpointPlace | null;
  /** Of the reading at work. */
  readonly checkpoint?: Checkpoint;
  /** Learns of every row that is saved; none = nothing is read back. */
  readonly writtenSample?: WrittenSample;
}

/** The most rows that go the way of few. */
export interface Thresholds {
  /** Of a query that is read over REST; more go through Bulk. */
  readonly restRows: number;
  /** Of a write by collections; more go through Bulk. */
  readonly collectionRows: number;
  /** Of a bulk query that is one result page; more are fetched as several at once. */
  readonly pageRows: number;
  /** Attributions that every night reads all of; where there are more, nights are filtered. */
  readonly fullRows: number;
  /** Attributions that one thread reads; more are read by two. */
  readonly threadRows: number;
}

/** Salesforce's own word on when to take Bulk, and about its own default of a page; what it answers may be fewer. */
const defaultThresholds: Thresholds = {
  restRows: 2_000,
  collectionRows: 2_000,
  pageRows: 250_000,
  fullRows: 250_000,
  threadRows: 500_000,
};

export interface OrgOptions {
  readonly retry?: RetryPolicy;
  readonly deadlines?: Deadlines;
  readonly pace?: Pace;
  readonly thresholds?: Partial<Thresholds>;
  /** Where readings that break off are kept; none = nowhere. */
  readonly stateDirectory?: string;
}

/** Nothing is sent yet: the session is opened by the first call. */
export function openOrg(credentials: Credentials, options: OrgOptions = {}): Org {
  const { retry = defaultRetry, deadlines = defaultDeadlines, pace = realPace } = options;
  const thresholds = { ...defaultThresholds, ...options.thresholds };
  const clock = new OrgClock();
  const budget = new ApiBudget();
  const session = new Session({ credentials, clock, retry, pace });
  const concurrency = new Concurrency();
  const transport = new OrgTransport({ session, clock, budget, retry, deadlines, pace, concurrency });
  // The address is only a base for paths: the session decides where a call goes.
  const connection = new Connection({
    instanceUrl: credentials.loginUrl,
    version: apiVersion,
  });
  connection._transport = jsforceTransport(transport);
  const { stateDirectory } = options;
  const checkpointPlace = stateDirectory === undefined ? null : placeOf(stateDirectory, credentials);
  return { transport, connection, clock, budget, concurrency, pace, thresholds, checkpointPlace };
}

/** Another user may see other rows. A token is all that is known of its user and org; the name tells nothing of it. */
function placeOf(directory: string, credentials: Credentials): CheckpointPlace {
  const { kind, loginUrl } = credentials;
  return { directory, name: checkpointName([kind, loginUrl, ...identityOf(credentials)]) };
}

function identityOf(credentials: Credentials): readonly string[] {
  if (credentials.kind === "token") return ["", credentials.accessToken];
  return [credentials.clientId, credentials.kind === "jwt" ? credentials.username : ""];
}
