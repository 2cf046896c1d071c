import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createApp, type App } from "./api/app.ts";
import type { ClientApp } from "./api/oauth.ts";
import { OrgClock } from "./clock.ts";
import { removeConnection, writeConnection, type Connection } from "./connectionFile.ts";
import { FaultBook } from "./faults/faultBook.ts";
import { FaultGate } from "./faults/faultGate.ts";
import type { FaultRule } from "./faults/faultRule.ts";
import { loadPackage, type LoadedPackage } from "./loadPackage.ts";
import type { Component } from "./metadata/readPackage.ts";
import { isSavedMultiCurrency, isSavedState, savedUsers } from "./savedState.ts";
import { storeCustomMetadata } from "./metadata/customMetadataRows.ts";
import { Org } from "./org.ts";
import { Automation } from "./records/automation.ts";
import { createIndexes, openDatabase } from "./records/database.ts";
import { loadSeed } from "./seed/loadSeed.ts";
import { seedFiles } from "./seed/seedFiles.ts";
import { openTraceFile } from "./trace/traceFile.ts";
import { Tracer } from "./trace/tracer.ts";
import { addStartingRows, type StartingUsers } from "./startingRows.ts";

const PACKAGE = fileURLToPath(new URL("../force-app/", import.meta.url));

export interface OrgOptions {
  /** Directory of CSV files, one an object; none = an org without data. */
  readonly seed?: string;
  /** 0 or none = any free port. */
  readonly port?: number;
  /** ISO date-time at which the org's clock starts; none = now. */
  readonly now?: string;
  /** Directory of the database and of connection.json. None: the data live in memory. */
  readonly stateDirectory?: string;
  /** Where connection.json goes when the data live in memory; null = it is not written. */
  readonly connectionDirectory?: string | null;
  /** Rows a result page of REST and Bulk, to show a client its seams. */
  readonly pageSize?: number;
  readonly packageDirectory?: string;
  /** File to which every write is added as a line of JSON: what it changed, and why it was refused. */
  readonly traceFile?: string;
  /** What goes wrong from the start. */
  readonly faults?: readonly FaultRule[];
}

/** A local org that listens. */
export interface RunningOrg {
  readonly org: Org;
  readonly instanceUrl: string;
  readonly connection: Connection;
  /** null where connection.json is not written. */
  readonly connectionFile: string | null;
  readonly rowsSeeded: number;
  readonly faults: FaultBook;
  close(): Promise<void>;
}

/**
 * Idle connections stay open as long as load balancers keep them. Node's five seconds end while a busy client is still
 * thinking: it writes to a closed connection, and no client repeats a POST.
 */
const KEEP_ALIVE_MS = 65_000;
/** SQLite's name for a database without a file. */
const MEMORY = ":memory:";
const REST_PAGE_SIZE = 2000;
const BULK_PAGE_SIZE = 250_000;

/** Puts the first rows into a new org: custom metadata, users, the seed. A saved one has them already. */
function fill(org: Org, components: readonly Component[], options: OrgOptions): { users: StartingUsers; rows: number } {
  if (isSavedState(org.store.db, components, options.seed !== undefined))
    return { users: savedUsers(org.store), rows: 0 };
  storeCustomMetadata(org.store, components, org.clock.stamp());
  const { users, labels } = addStartingRows(org.store, org.permissionSets.values(), org.clock.stamp());
  if (options.seed === undefined) return { users, rows: 0 };
  const room = {
    store: org.store,
    stages: org.saveRoom.stages,
    labels,
    ownerId: users.administratorId,
    now: org.clock.stamp(),
  };
  const rows = loadSeed(room, options.seed);
  org.automation.rollUps.fillAll(org.store);
  return { users, rows };
}

function makeOrg(options: OrgOptions, faults: FaultBook, tracer: Tracer): { org: Org; loaded: LoadedPackage } {
  const file = options.stateDirectory === undefined ? MEMORY : join(options.stateDirectory, "org.sqlite");
  const isSeeded = options.seed !== undefined && seedFiles(options.seed).has("CurrencyType");
  const isMultiCurrency = (file === MEMORY ? null : isSavedMultiCurrency(file)) ?? isSeeded;
  const loaded = loadPackage(options.packageDirectory ?? PACKAGE, { isMultiCurrency });
  if (options.stateDirectory !== undefined) mkdirSync(options.stateDirectory, { recursive: true });
  const automation = new Automation(loaded);
  const org = new Org({
    ...loaded,
    db: openDatabase(loaded.schema, file),
    clock: new OrgClock(options.now),
    automation,
    interference: faults,
    tracer,
  });
  return { org, loaded };
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function startApp(
  org: Org,
  users: StartingUsers,
  { components, customPermissions }: LoadedPackage,
  options: OrgOptions,
  faults: FaultBook,
): { app: App; secrets: { clientId: string; clientSecret: string; privateKeyPem: string } } {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const syncUser = Object.entries(users.usernames).find(([set]) => set.endsWith("_Service"))?.[1];
  const client: ClientApp = {
    clientId: `3MVG9${randomBytes(30).toString("base64url")}`,
    clientSecret: randomBytes(32).toString("hex").toUpperCase(),
    publicKey,
    runAsUserId: syncUser === undefined ? null : org.userIdOf(syncUser),
  };
  const app = createApp(org, {
    client,
    restPageSize: options.pageSize ?? REST_PAGE_SIZE,
    bulkPageSize: options.pageSize ?? BULK_PAGE_SIZE,
    faults,
    lightning: {
      components,
      customPermissions,
      packageDirectory: options.packageDirectory ?? PACKAGE,
      usernames: users.usernames,
      tell: (message) => process.stderr.write(`${message}\n`),
    },
  });
  return {
    app,
    secrets: {
      clientId: client.clientId,
      clientSecret: client.clientSecret,
      privateKeyPem: String(privateKey.export({ type: "pkcs8", format: "pem" })),
    },
  };
}

function gateBefore({ express, sessions }: App, org: Org, faults: FaultBook): FaultGate {
  const endSession = (authorization?: string): void => sessions.revoke((authorization ?? "").replace(/^\w+ /, ""));
  return new FaultGate({ handle: express, endSession, now: () => org.clock.now() }, faults);
}

/**
 * Starts a local org made from the package's metadata. Throws a MetadataError or a SeedError that names
 * file and reason, and then nothing listens.
 */
export async function createOrg(options: OrgOptions = {}): Promise<RunningOrg> {
  const faults = new FaultBook();
  const traceFile = options.traceFile === undefined ? null : openTraceFile(options.traceFile);
  const { org, loaded } = makeOrg(options, faults, new Tracer(traceFile?.sink));
  const { users, rows } = fill(org, loaded.components, options);
  createIndexes(org.store.db, org.schema);
  const { app, secrets } = startApp(org, users, loaded, options, faults);
  faults.set(options.faults ?? []);
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, gateBefore(app, org, faults).handle);
  const instanceUrl = await listen(server, options.port ?? 0);
  const { privateKeyPem, ...client } = secrets;
  const connection = {
    instanceUrl,
    accessToken: app.sessions.open(users.administratorId),
    ...client,
    users: users.usernames,
  };
  const directory =
    options.stateDirectory ?? (options.connectionDirectory === undefined ? ".local-org" : options.connectionDirectory);
  const connectionFile = directory === null ? null : writeConnection(directory, connection, privateKeyPem);
  return {
    org,
    instanceUrl,
    connection: { ...connection, privateKeyFile: directory === null ? "" : join(directory, "client.key") },
    connectionFile,
    rowsSeeded: rows,
    faults,
    close: async () => {
      if (directory !== null) removeConnection(directory, instanceUrl);
      await closeServer(server);
      app.close();
      org.store.db.close();
      traceFile?.close();
    },
  };
}
