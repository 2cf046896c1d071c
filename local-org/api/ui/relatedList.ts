import { parseWhere } from "../../graphql/parseWhere.ts";
import { prepareTree } from "../../graphql/prepareTree.ts";
import type { ChildRelationship, Field, ObjectSchema } from "../../metadata/schema.ts";
import { toId18 } from "../../records/recordId.ts";
import { SalesforceError } from "../../salesforceError.ts";
import type { Condition, OrderItem } from "../../soql/ast.ts";
import type { ApiRequest, ApiResponse } from "../route.ts";
import { eTagOf } from "./eTag.ts";
import { fieldTree } from "./fieldTree.ts";
import { pageLinks } from "./pageLinks.ts";
import { MASTER_RECORD_TYPE, uiRecord } from "./recordRepresentation.ts";
import { relatedListParameters, type RelatedListParameters } from "./relatedListParameters.ts";
import { UiReader } from "./uiReader.ts";

interface RelatedList {
  readonly parent: ObjectSchema;
  readonly parentId: string;
  readonly relationship: ChildRelationship;
  readonly child: ObjectSchema;
  readonly field: Field;
}

/** The related list of that name on a record. Throws INVALID_PARAMETER_VALUE. */
export function childListOf(reader: UiReader, parentId: string, name: string): RelatedList {
  const parent = reader.objectOfId(parentId);
  reader.record(parent, parentId);
  const relationship = parent.childRelationships.get(name.toLowerCase());
  const child = relationship && reader.org.schema.objects.get(relationship.childObject.toLowerCase());
  const field = child && reader.serves(child) ? reader.field(child, relationship.childField) : null;
  if (!relationship || !child || !field)
    throw new SalesforceError("INVALID_PARAMETER_VALUE", `The related list ${name} does not exist on ${parent.name}`);
  return { parent, parentId, relationship, child, field };
}

function orderBy(sortBy: readonly string[]): OrderItem[] {
  return sortBy.map((text) => {
    const parts = text.replace(/^-/, "").split(".");
    return { operand: { kind: "path", parts, at: 0 }, isDescending: text.startsWith("-"), nulls: null };
  });
}

function whereOf({ field, parentId, child }: RelatedList, reader: UiReader, where: string | null): Condition {
  const isChild: Condition = {
    kind: "compare",
    operand: { kind: "path", parts: [field.name], at: 0 },
    operator: "=",
    literals: [{ kind: "string", value: parentId, pattern: parentId, at: 0 }],
    at: 0,
  };
  const asked = where === null ? null : parseWhere(reader, child, where);
  return asked ? { kind: "and", conditions: [isChild, asked] } : isChild;
}

/** The ids of the page, and one more where there is a next page. */
function idsOf(reader: UiReader, list: RelatedList, parameters: RelatedListParameters): string[] {
  return prepareTree(reader.org, reader.access, {
    from: list.child.name,
    select: ["Id"],
    where: whereOf(list, reader, parameters.where),
    orderBy: [...orderBy(parameters.sortBy), ...orderBy(["Id"])],
    limit: parameters.pageSize + 1,
    offset: parameters.offset,
  }).ids();
}

/** GET and POST /ui-api/related-list-records/{parent}/{list} */
export function getRelatedListRecords(request: ApiRequest): ApiResponse {
  const reader = new UiReader(request.org, request.access);
  const list = childListOf(reader, toId18(request.params["parent"] ?? ""), request.params["list"] ?? "");
  const parameters = relatedListParameters(request);
  const { fields, optionalFields, pageSize, sortBy, where } = parameters;
  const withObject = (name: string): string => (name.includes(".") ? name : `${list.child.name}.${name}`);
  const tree = fieldTree(reader, list.child, {
    fields: [`${list.child.name}.Id`, ...fields.map(withObject)],
    optionalFields: optionalFields.map(withObject),
  });
  const ids = idsOf(reader, list, parameters);
  const records = ids.slice(0, pageSize).map((id) => uiRecord(reader, tree, reader.record(list.child, id)));
  const path = `/ui-api/related-list-records/${request.params["parent"]}/${request.params["list"]}`;
  const listReference = {
    id: null,
    inContextOfRecordId: list.parentId,
    listViewApiName: null,
    objectApiName: list.child.name,
    parentObjectApiName: list.parent.name,
    recordTypeId: MASTER_RECORD_TYPE,
    relatedListId: list.relationship.name,
    type: "relatedList",
  };
  return {
    status: 200,
    body: {
      count: records.length,
      ...pageLinks(request, path, { pageSize, offset: parameters.offset, hasNext: ids.length > pageSize }),
      fields: fields.map(withObject),
      listInfoETag: eTagOf(listReference),
      listReference,
      optionalFields: optionalFields.map(withObject),
      pageSize,
      records,
      sortBy,
      where,
    },
  };
}
