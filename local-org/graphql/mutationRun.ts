import type { UiReader } from "../api/ui/uiReader.ts";
import { SalesforceError } from "../salesforceError.ts";
import type { Node } from "./requestContext.ts";

const REFERENCE = /^@\{(\w+)((?:\.\w+)*)\}$/;
/** Fields of earlier records can be named from this version on; before, only their id. */
const FIELD_REFERENCES = 67;

/** The operations of one mutation: what they made, and whether one of them failed. */
export class MutationRun {
  /** By default, one failure undoes them all. */
  allOrNone = true;
  hasFailed = false;
  readonly #version: number;
  readonly #results = new Map<string, Node>();

  constructor(version: number) {
    this.#version = version;
  }

  /** Runs one operation; after a failure under allOrNone the rest does not start. */
  run<T>(work: () => T): T {
    if (this.hasFailed && this.allOrNone) throw rolledBack();
    try {
      return work();
    } catch (error) {
      this.hasFailed = true;
      throw error;
    }
  }

  /** Keeps what an operation made under its name or alias. */
  keep(name: string, node: Node): void {
    this.#results.set(name, node);
  }

  /** `@{AccountCreate}` as the id of that operation's record; anything else as it is. */
  resolve(value: unknown, reader: UiReader): unknown {
    const match = typeof value === "string" ? REFERENCE.exec(value) : null;
    if (!match) return value;
    const [, name = "", path = ""] = match;
    const node = this.#results.get(name);
    if (!node || (path !== "" && this.#version < FIELD_REFERENCES))
      throw new SalesforceError("INVALID_REFERENCE", `The reference ${String(value)} cannot be resolved`);
    if (path === "" || /^\.Record\.Id$/.test(path)) return node.record["Id"];
    const fieldName = /^\.Record\.(\w+)\.value$/.exec(path)?.[1] ?? "";
    const field = reader.field(node.object, fieldName);
    if (!field) throw new SalesforceError("INVALID_REFERENCE", `The reference ${String(value)} cannot be resolved`);
    return node.record[field.name] ?? null;
  }
}

/** Why an operation has no result although nothing is wrong with it. */
export function rolledBack(): SalesforceError {
  return new SalesforceError(
    "PROCESSING_HALTED",
    "The transaction was rolled back since another operation in the same transaction failed.",
  );
}
