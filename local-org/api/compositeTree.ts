import type { ObjectSchema } from "../metadata/schema.ts";
import { SalesforceError } from "../salesforceError.ts";
import { saveErrors } from "./collections.ts";
import { checkJsonTypes } from "./jsonTypes.ts";
import { createRecord, type WireRecord } from "./recordWrites.ts";
import type { ApiRequest, ApiResponse, Route } from "./route.ts";
import { objectOf } from "./sobjects.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobject_tree.htm */
const MOST_RECORDS = 200;
const MOST_LEVELS = 5;
const MOST_TYPES = 5;

interface TreeRecord {
  readonly object: ObjectSchema;
  readonly referenceId: string;
  readonly values: WireRecord;
  /** Where the parent's id goes; null = a root. */
  readonly parent: { readonly record: TreeRecord; readonly field: string } | null;
}

type WireTree = Readonly<Record<string, unknown>>;

function malformed(message: string): SalesforceError {
  return new SalesforceError("INVALID_INPUT", message);
}

function recordsOf(value: unknown): readonly WireTree[] | null {
  const records = (value as { records?: unknown } | null | undefined)?.records;
  return Array.isArray(records) ? (records as WireTree[]) : null;
}

/** Reads one level of a tree; the nested lists of its records are the next one. */
class TreeReader {
  readonly records: TreeRecord[] = [];
  readonly #request: ApiRequest;

  constructor(request: ApiRequest) {
    this.#request = request;
  }

  #read(wire: WireTree, object: ObjectSchema, parent: TreeRecord["parent"]): { record: TreeRecord; wire: WireTree } {
    const { type, referenceId } = (wire["attributes"] ?? {}) as { type?: string; referenceId?: string };
    if (type === undefined || type.toLowerCase() !== object.name.toLowerCase())
      throw malformed(`attributes.type must be ${object.name}, not ${String(type)}`);
    if (referenceId === undefined) throw malformed("Include a reference ID with each record in the request.");
    if (this.records.some((known) => known.referenceId === referenceId))
      throw malformed(`Duplicate ReferenceId provided in the request. The ReferenceId ${referenceId} is used twice.`);
    const values = Object.entries(wire).filter(([, value]) => recordsOf(value) === null);
    const record = { object, referenceId, values: Object.fromEntries(values) as WireRecord, parent };
    checkJsonTypes(object, record.values);
    this.records.push(record);
    return { record, wire };
  }

  readLevel(level: readonly { wire: WireTree; object: ObjectSchema; parent: TreeRecord["parent"] }[], depth = 1): void {
    if (level.length === 0) return;
    if (depth > MOST_LEVELS) throw malformed(`Record tree is deeper than ${MOST_LEVELS} levels.`);
    const read = level.map(({ wire, object, parent }) => this.#read(wire, object, parent));
    const below = read.flatMap(({ record, wire }) =>
      Object.entries(wire).flatMap(([name, value]) => {
        const children = recordsOf(value);
        if (children === null) return [];
        const relationship = record.object.childRelationships.get(name.toLowerCase());
        if (!relationship) throw malformed(`${name} is no child relationship of ${record.object.name}`);
        const object = objectOf(this.#request, relationship.childObject);
        return children.map((child) => ({ wire: child, object, parent: { record, field: relationship.childField } }));
      }),
    );
    this.readLevel(below, depth + 1);
  }
}

function readTree(request: ApiRequest): readonly TreeRecord[] {
  const roots = recordsOf(request.body);
  if (roots === null) throw new SalesforceError("JSON_PARSER_ERROR", "The records list is required");
  const object = objectOf(request);
  const reader = new TreeReader(request);
  reader.readLevel(roots.map((wire) => ({ wire, object, parent: null })));
  if (reader.records.length > MOST_RECORDS)
    throw malformed(`The request contains ${reader.records.length} records. Maximum allowed is ${MOST_RECORDS}.`);
  if (new Set(reader.records.map((record) => record.object.name)).size > MOST_TYPES)
    throw malformed(`The request contains records of more than ${MOST_TYPES} types.`);
  return reader.records;
}

/** Rolls the tree back; carries the records that were at fault. */
class TreeFailure extends Error {
  readonly results: readonly unknown[];

  constructor(results: readonly unknown[]) {
    super("tree rolled back");
    this.results = results;
  }
}

function save(request: ApiRequest, records: readonly TreeRecord[]): { referenceId: string; id: string }[] {
  const ids = new Map<TreeRecord, string>();
  const faults: unknown[] = [];
  for (const record of records) {
    const { object, referenceId, values, parent } = record;
    const parentId = parent && ids.get(parent.record);
    // What hangs on a record that failed is neither tried nor blamed.
    if (parent && parentId === undefined) continue;
    const withParent = parent ? { ...values, [parent.field]: parentId! } : values;
    try {
      ids.set(record, createRecord(request.org, request.access, object, withParent));
    } catch (error) {
      faults.push({ referenceId, errors: saveErrors(error) });
    }
  }
  if (faults.length > 0) throw new TreeFailure(faults);
  return records.map((record) => ({ referenceId: record.referenceId, id: ids.get(record)! }));
}

function createTree(request: ApiRequest): ApiResponse {
  const records = readTree(request);
  try {
    const results = request.org.store.transact(() => save(request, records));
    return { status: 201, body: { hasErrors: false, results } };
  } catch (error) {
    if (!(error instanceof TreeFailure)) throw error;
    return { status: 400, body: { hasErrors: true, results: error.results } };
  }
}

/** `/composite/tree/…`: records with their children, all of them or none. */
export const treeRoutes: readonly Route[] = [{ method: "POST", path: "/composite/tree/:object", handle: createTree }];
