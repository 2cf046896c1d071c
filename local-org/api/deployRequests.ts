import busboy from "busboy";
import { Router, type Request, type Response } from "express";
import { findFaults } from "../findFaults.ts";
import { ownerOf } from "../metadata/placeFindings.ts";
import { type Archive, ArchiveError, readArchive } from "../metadata/readArchive.ts";
import type { Component } from "../metadata/readPackage.ts";
import type { Org } from "../org.ts";
import { notSupported, SalesforceError } from "../salesforceError.ts";
import { deployMessages, printDeployResult, type DeployRun } from "./deployResult.ts";
import { parseJson } from "./json.ts";
import { accessOf } from "./requestAccess.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_rest_deploy.htm */
const MOST_BYTES = 39 * 1024 * 1024;

interface Upload {
  readonly options: Readonly<Record<string, unknown>>;
  readonly zip: Buffer;
}

/** Reads the two parts of a deploy request: its options as JSON, and the archive. */
function readUpload(request: Request): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, Buffer>();
    const form = busboy({ headers: request.headers, limits: { fileSize: MOST_BYTES, files: 2 } });
    form.on("file", (_name, stream, { mimeType }) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("limit", () => reject(new SalesforceError("LIMIT_EXCEEDED", "Maximum size of request reached")));
      stream.on("end", () => parts.set(mimeType === "application/zip" ? "zip" : "json", Buffer.concat(chunks)));
    });
    form.on("field", (_name, value) => parts.set("json", Buffer.from(value)));
    form.on("error", reject);
    form.on("close", () => {
      const body = parseJson(parts.get("json")?.toString() ?? "{}") as { deployOptions?: Record<string, unknown> };
      resolve({ options: body.deployOptions ?? {}, zip: parts.get("zip") ?? Buffer.alloc(0) });
    });
    request.pipe(form);
  });
}

function keyOf({ type, fullName }: Component): string {
  return `${type} ${fullName}`.toLowerCase();
}

/** The org as it would be afterwards: what is deployed stands in for what was there by that name. */
function afterwards(org: Org, components: readonly Component[]): Component[] {
  const brought = new Set(components.map(keyOf));
  const standard = new Set(org.components.filter(isStandard).map(keyOf));
  const kept = org.components.filter((component) => isStandard(component) || !brought.has(keyOf(component)));
  return [...kept, ...components.filter((component) => !standard.has(keyOf(component)))];
}

function isStandard({ type, fullName }: Component): boolean {
  return type === "CustomObject" && !fullName.includes("__");
}

/** Components that can be looked at further; for the others, what the org has by that name goes on standing in. */
function readable({ components, findings }: Archive): Component[] {
  const things = components.map((component) => ({ ...component, place: component.element.place, component }));
  const broken = new Set(findings.map((finding) => ownerOf(finding, things)?.component));
  return components.filter((component) => !broken.has(component));
}

function check(org: Org, zip: Buffer): Pick<DeployRun, "messages"> {
  const archive = readArchive(zip);
  const options = { isMultiCurrency: org.schema.isMultiCurrency };
  const findings = [...archive.findings, ...findFaults(afterwards(org, readable(archive)), options)];
  return { messages: deployMessages(archive.deployed, findings, org.clock.stamp()) };
}

/** Deployments that were asked for; every one is a rehearsal: the running org's metadata never change. */
export function deployRoutes(org: Org): Router {
  const runs = new Map<string, DeployRun>();

  const rehearse = async (request: Request): Promise<DeployRun> => {
    const access = accessOf(request);
    if (!access.profile.isAdministrator)
      throw new SalesforceError("INSUFFICIENT_ACCESS", "insufficient access rights on cross-reference id", {
        status: 403,
      });
    if (!request.is("multipart/form-data")) throw notSupported("deploying what was validated before");
    const { options, zip } = await readUpload(request);
    if (options["checkOnly"] !== true)
      throw notSupported("changing the metadata of a running org (validate with --dry-run, or start it anew)");
    const userName = String(org.store.find("User", access.userId)?.["Name"]);
    const id = `0Af${String(runs.size + 1).padStart(12, "0")}AAA`;
    try {
      const run = { id, at: org.clock.stamp(), userId: access.userId, userName, options, ...check(org, zip) };
      runs.set(id, run);
      return run;
    } catch (error) {
      if (error instanceof ArchiveError) throw new SalesforceError("INVALID_INPUT", error.message);
      throw error;
    }
  };

  const router = Router();
  router.post("/deployRequest", async (request: Request, response: Response) => {
    response.status(201).json(printDeployResult(await rehearse(request), false));
  });
  router.get("/deployRequest/:id", (request, response) => {
    const id = String(request.params["id"]);
    const run = runs.get(id) ?? [...runs.values()].find((known) => known.id.slice(0, 15) === id);
    if (!run) throw new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });
    response.json(printDeployResult(run, request.query["includeDetails"] === "true"));
  });
  return router;
}
