import type { Finding } from "../metadata/metadataError.ts";
import { ownerOf } from "../metadata/placeFindings.ts";
import type { Deployed } from "../metadata/readArchive.ts";

/** One component's outcome: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deployresult.htm */
export interface DeployMessage {
  readonly componentType: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly success: boolean;
  readonly problem: string | null;
  readonly problemType: "Error" | "Warning" | null;
  readonly lineNumber: number | null;
  readonly columnNumber: number | null;
  readonly changed: boolean;
  readonly created: boolean;
  readonly deleted: boolean;
  readonly createdDate: string;
  readonly warning: boolean;
}

export interface DeployRun {
  readonly id: string;
  readonly at: string;
  readonly userId: string;
  readonly userName: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly messages: readonly DeployMessage[];
}

function message(
  { type, fullName, file }: Pick<Deployed, "type" | "fullName" | "file">,
  at: string,
  outcome: Partial<DeployMessage>,
): DeployMessage {
  return {
    componentType: type,
    fullName,
    fileName: file ?? "package.xml",
    success: true,
    problem: null,
    problemType: null,
    lineNumber: null,
    columnNumber: null,
    changed: false,
    created: false,
    deleted: false,
    createdDate: at,
    warning: false,
    ...outcome,
  };
}

function failure(component: Pick<Deployed, "type" | "fullName" | "file">, at: string, finding: Finding): DeployMessage {
  return message(component, at, {
    success: false,
    problem: finding.reason,
    problemType: "Error",
    lineNumber: finding.place?.line ?? null,
    columnNumber: finding.place?.column ?? null,
  });
}

const UNCHECKED = "((the form was checked; what it means is not, because the local org does not run such components))";

/** What became of each component: every fault, and a success for those without any. */
export function deployMessages(
  deployed: readonly Deployed[],
  findings: readonly Finding[],
  at: string,
): DeployMessage[] {
  const missing = deployed
    .filter(({ file }) => file === null)
    .map((member) =>
      failure(member, at, {
        file: "package.xml",
        reason: `An object '${member.fullName}' of type ${member.type} was named in package.xml, but was not found in zipped directory`,
      }),
    );
  const faults = findings.map((finding) =>
    failure(ownerOf(finding, deployed) ?? { type: "", fullName: finding.file, file: finding.file }, at, finding),
  );
  const failed = new Set([...missing, ...faults].map(({ componentType, fullName }) => `${componentType} ${fullName}`));
  const fine = deployed
    .filter(({ type, fullName }) => !failed.has(`${type} ${fullName}`))
    .map((member) =>
      message(member, at, member.isChecked ? {} : { problem: UNCHECKED, problemType: "Warning", warning: true }),
    );
  return [...missing, ...faults, ...fine];
}

/** The whole result; its details only where they are asked for. */
export function printDeployResult(run: DeployRun, includeDetails: boolean): Record<string, unknown> {
  const failures = run.messages.filter(({ success }) => !success);
  const successes = run.messages.filter(({ success }) => success);
  const details = {
    allComponentMessages: run.messages,
    componentFailures: failures,
    componentSuccesses: successes,
    runTestResult: { numTestsRun: 0, numFailures: 0, totalTime: 0, failures: [], successes: [], codeCoverage: [] },
  };
  const deployResult = {
    id: run.id,
    checkOnly: true,
    ignoreWarnings: run.options["ignoreWarnings"] === true,
    rollbackOnError: run.options["rollbackOnError"] !== false,
    runTestsEnabled: false,
    status: failures.length === 0 ? "Succeeded" : "Failed",
    success: failures.length === 0,
    done: true,
    numberComponentsTotal: run.messages.length,
    numberComponentErrors: failures.length,
    numberComponentsDeployed: successes.length,
    numberTestsTotal: 0,
    numberTestErrors: 0,
    numberTestsCompleted: 0,
    createdBy: run.userId,
    createdByName: run.userName,
    createdDate: run.at,
    startDate: run.at,
    lastModifiedDate: run.at,
    completedDate: run.at,
    ...(includeDetails ? { details } : {}),
  };
  return { id: run.id, validatedDeployRequestId: null, deployOptions: run.options, deployResult };
}
