import type { ObjectSchema } from "../../metadata/schema.ts";
import { SalesforceError } from "../../salesforceError.ts";
import type { ApiRequest, ApiResponse } from "../route.ts";
import { answerTagged, eTagOf } from "./eTag.ts";
import { emptyTree, fieldTree, wantedFields, type FieldTree } from "./fieldTree.ts";
import { layoutOf, wantedLayouts, type LayoutMode, type LayoutType } from "./layout.ts";
import { compactFields, shownSections } from "./layoutSections.ts";
import { objectInfo } from "./objectInfo.ts";
import { MASTER_RECORD_TYPE, uiRecord } from "./recordRepresentation.ts";
import { UiReader } from "./uiReader.ts";

const MOST_RECORDS = 200;

type LayoutsByMode = Record<string, Record<string, unknown>>;

function layoutsOf(reader: UiReader, object: ObjectSchema, types: LayoutType[], modes: LayoutMode[]): LayoutsByMode {
  return Object.fromEntries(
    types.map((type) => [type, Object.fromEntries(modes.map((mode) => [mode, layoutOf(reader, object, type, mode)]))]),
  );
}

/** Names of what the layouts show, and of the records that their references lead to. */
function shownNames(reader: UiReader, object: ObjectSchema, types: readonly LayoutType[]): string[] {
  const fields = [
    ...(types.includes("Full")
      ? shownSections(reader, object).flatMap(({ columns }) => columns.flat().map(({ field }) => field))
      : []),
    ...(types.includes("Compact") ? compactFields(reader, object) : []),
    ...reader
      .fields(object)
      .filter(({ name }) => ["CreatedDate", "LastModifiedDate", "CurrencyIsoCode"].includes(name)),
    object.nameField,
  ];
  return fields.flatMap((field) => {
    const parent = reader.parentObject(field);
    const names = parent
      ? [parent.nameField.name, "Id"].map((name) => `${field.reference!.relationshipName}.${name}`)
      : [];
    return [field.name, ...names];
  });
}

function treeOf(reader: UiReader, object: ObjectSchema, types: LayoutType[], query: URLSearchParams): FieldTree {
  const { optionalFields } = wantedFields(query);
  const shown = shownNames(reader, object, types).map((name) => `${object.name}.${name}`);
  if (shown.length === 0) return emptyTree(object);
  return fieldTree(reader, object, { fields: [], optionalFields: [...shown, ...optionalFields] });
}

/** GET /ui-api/record-ui/{ids}: records with the layouts and the object infos that a page needs to show them. */
export function getRecordUi(request: ApiRequest): ApiResponse {
  const reader = new UiReader(request.org, request.access);
  const ids = (request.params["ids"] ?? "").split(",").filter(Boolean);
  if (ids.length > MOST_RECORDS)
    throw new SalesforceError("ILLEGAL_QUERY_PARAMETER_VALUE", `The maximum number of records is ${MOST_RECORDS}`);
  const { types, modes } = wantedLayouts(request.query);
  const layouts: Record<string, unknown> = {};
  const objectInfos: Record<string, unknown> = {};
  const records: Record<string, unknown> = {};
  for (const id of ids) {
    const object = reader.objectOfId(id);
    const record = uiRecord(reader, treeOf(reader, object, types, request.query), reader.record(object, id));
    records[record.id] = record;
    layouts[object.name] ??= { [MASTER_RECORD_TYPE]: layoutsOf(reader, object, types, modes) };
    objectInfos[object.name] ??= objectInfo(reader, object);
  }
  const body = { layoutUserStates: {}, layouts, objectInfos, records };
  return answerTagged(request, { ...body, eTag: eTagOf(body) });
}
