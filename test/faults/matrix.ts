/** Each fault at each call it can befall, first, middle and last: what is tried, and whether it went as it should. */
import type { Endpoint } from "../../local-org/faults/endpoint.ts";
import { FAULT_NAMES, faultOf, type FaultName } from "../../local-org/faults/faultCatalogue.ts";
import { type Expectation, expectationOf, PASSING_ROW_FAULTS } from "./expectation.ts";
import type { FaultField, FieldRun, Rule } from "./faultField.ts";

export interface MatrixCase {
  readonly fault: FaultName;
  readonly endpoint: Endpoint;
  /** Of a fault that befalls rows. */
  readonly object: string | null;
  /** From 1. */
  readonly nth: number;
  readonly rule: Rule;
}

export interface Calls {
  readonly calls: Readonly<Record<string, number>>;
  /** Rows written, by call and object. */
  readonly rows: readonly { readonly endpoint: Endpoint; readonly object: string; readonly count: number }[];
}

/** Only guards see it; silence lasts as long as a test lets it. */
const LEFT_OUT: ReadonlySet<FaultName> = new Set(["rows-hidden"]);
const ROWS_FAILED = 3;
const SHORT_DEADLINES = { deadlines: { headersMs: 400, bodyMs: 400 } };

/** All cases for a run that makes these calls. */
export function matrixOf(made: Calls): MatrixCase[] {
  return FAULT_NAMES.filter((fault) => !LEFT_OUT.has(fault)).flatMap((fault) =>
    faultOf(fault).effect.kind === "row" ? rowCases(fault, made) : callCases(fault, made),
  );
}

function callCases(fault: FaultName, { calls }: Calls): MatrixCase[] {
  return faultOf(fault).endpoints.flatMap((endpoint) =>
    places(calls[endpoint] ?? 0).map((nth) => ({
      fault,
      endpoint,
      object: null,
      nth,
      rule: { fault, endpoints: [endpoint], nth },
    })),
  );
}

function rowCases(fault: FaultName, { rows }: Calls): MatrixCase[] {
  const times = PASSING_ROW_FAULTS.has(fault) ? 2 : "always";
  return rows
    .filter(({ endpoint }) => faultOf(fault).endpoints.includes(endpoint))
    .flatMap(({ endpoint, object, count }) =>
      places(count).map((nth) => ({
        fault,
        endpoint,
        object,
        nth,
        rule: { fault, endpoints: [endpoint], object, nth, times },
      })),
    );
}

/** First, middle and last. */
function places(count: number): number[] {
  return count === 0 ? [] : [...new Set([1, Math.ceil(count / 2), count])];
}

/** Tries one case. Returns what is wrong with it; empty = nothing. */
export async function tryCase(field: FaultField, { fault, endpoint, object, rule }: MatrixCase, well: FieldRun) {
  field.reset();
  const isSilent = JSON.stringify(faultOf(fault).effect).includes("silence");
  const run = await field.run([rule], isSilent ? SHORT_DEADLINES : {});
  const expected = expectationOf(fault, endpoint, object);
  const wrong = run.fired[0] === 0 ? ["the fault did not befall anything"] : [];
  const allowed = [...exitCodesOf(expected), ...(isReadBack(endpoint, run) ? [0] : [])];
  if (!allowed.includes(run.exitCode))
    wrong.push(`exit code ${run.exitCode} instead of ${allowed.join(" or ")}: ${String(run.error)}`);
  if (run.exitCode === 0) wrong.push(...differences(run, well));
  if (expected.kind === "skips") wrong.push(...reportFaults(run, expected.code));
  if (run.exitCode !== 0) wrong.push(...(await afterwards(field, well)));
  return wrong;
}

/** What befalls the reading-back comes after the last row: all of it is saved, and the run tells what is not verified. */
function isReadBack(endpoint: Endpoint, { result }: FieldRun): boolean {
  return (endpoint === "query" || endpoint === "queryMore") && (result?.readBack.unverified.length ?? 0) > 0;
}

function exitCodesOf(expected: Expectation): number[] {
  if (expected.kind === "well") return [0];
  if (expected.kind === "skips") return [ROWS_FAILED];
  return expected.kind === "stops" ? [expected.exitCode] : [expected.exitCode, 0];
}

/** Once the fault is gone, the next run makes good whatever was left. */
async function afterwards(field: FaultField, well: FieldRun): Promise<string[]> {
  const later = await field.runLater();
  const wrong = later.exitCode === 0 ? [] : [`exit code ${later.exitCode} afterwards: ${String(later.error)}`];
  return [...wrong, ...differences(later, well).map((difference) => `afterwards ${difference}`)];
}

function differences(run: FieldRun, well: FieldRun): string[] {
  const [own, other] = [new Set(run.state), new Set(well.state)];
  const added = run.state.filter((line) => !other.has(line));
  const missing = well.state.filter((line) => !own.has(line));
  return [...added.map((line) => `has ${line}`), ...missing.map((line) => `lacks ${line}`)].slice(0, 4);
}

function reportFaults({ failures }: FieldRun, code: string): string[] {
  const told = failures.map(
    (failure) => `${failure.code} ${failure.record === "" ? "?" : "id"} ${failure.advice.length > 10 ? "advice" : "?"}`,
  );
  return told.length === 1 && told[0] === `${code} id advice` ? [] : [`reported ${told.join(", ") || "nothing"}`];
}
