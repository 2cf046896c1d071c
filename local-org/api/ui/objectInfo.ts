import type { ObjectSchema } from "../../metadata/schema.ts";
import { errorBodies, toSalesforceError } from "../apiError.ts";
import type { ApiRequest, ApiResponse } from "../route.ts";
import { answerTagged, eTagOf } from "./eTag.ts";
import { nameFields, objectInfoField } from "./objectInfoField.ts";
import { MASTER_RECORD_TYPE, recordTypeOf } from "./recordRepresentation.ts";
import { UiReader } from "./uiReader.ts";

function childRelationships(reader: UiReader, object: ObjectSchema): Record<string, unknown>[] {
  return [...object.childRelationships.values()]
    .filter(({ childObject, childField }) => {
      const child = reader.org.store.object(childObject);
      return reader.serves(child) && reader.field(child, childField) !== null;
    })
    .map((child) => ({
      childObjectApiName: child.childObject,
      fieldName: child.childField,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: child.name,
    }));
}

const MASTER = {
  available: true,
  defaultRecordTypeMapping: true,
  master: true,
  name: "Master",
  recordTypeId: MASTER_RECORD_TYPE,
};

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_object_info.htm */
export function objectInfo(reader: UiReader, object: ObjectSchema): { readonly eTag: string } {
  const { access } = reader;
  const fields = reader.fields(object);
  const body = {
    apiName: object.name,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: childRelationships(reader, object),
    compactLayoutable: true,
    createable: access.can("create", object),
    custom: object.kind !== "standard",
    defaultRecordTypeId: recordTypeOf(object),
    deletable: access.can("delete", object),
    dependentFields: {},
    feedEnabled: false,
    fields: Object.fromEntries(fields.map((field) => [field.name, objectInfoField(reader, object, field)])),
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.pluralLabel,
    layoutable: true,
    mruEnabled: true,
    nameFields: nameFields(object),
    queryable: true,
    recordTypeInfos: recordTypeOf(object) === null ? {} : { [MASTER_RECORD_TYPE]: MASTER },
    searchLayoutable: true,
    searchable: true,
    themeInfo: { color: "706E6B", iconUrl: `/img/icon/t4v35/standard/${object.name.toLowerCase()}_120.png` },
    updateable: access.can("edit", object),
  };
  return { ...body, eTag: eTagOf(body) };
}

/** GET /ui-api/object-info/{object} */
export function getObjectInfo(request: ApiRequest): ApiResponse {
  const reader = new UiReader(request.org, request.access);
  return answerTagged(request, objectInfo(reader, reader.object(request.params["object"] ?? "")));
}

/** GET /ui-api/object-info/batch/{objects} */
export function getObjectInfos(request: ApiRequest): ApiResponse {
  const reader = new UiReader(request.org, request.access);
  const results = (request.params["objects"] ?? "").split(",").map((name) => {
    try {
      return { statusCode: 200, result: objectInfo(reader, reader.object(name.trim())) };
    } catch (error) {
      const fault = toSalesforceError(error);
      return { statusCode: fault.status, result: errorBodies(fault) };
    }
  });
  return { status: 200, body: { hasErrors: results.some(({ statusCode }) => statusCode !== 200), results } };
}

/** GET /ui-api/object-info: every object that the User Interface API serves to the user. */
export function listUiObjects(request: ApiRequest): ApiResponse {
  const reader = new UiReader(request.org, request.access);
  const served = [...request.org.schema.objects.values()].filter((object) => reader.serves(object));
  const objects = served.map((object) => [
    object.name,
    {
      apiName: object.name,
      keyPrefix: object.keyPrefix,
      label: object.label,
      labelPlural: object.pluralLabel,
      nameFields: nameFields(object),
      objectInfoUrl: `${request.base}/ui-api/object-info/${object.name}`,
    },
  ]);
  const body = { objects: Object.fromEntries(objects) as unknown };
  return answerTagged(request, { ...body, eTag: eTagOf(body) });
}
