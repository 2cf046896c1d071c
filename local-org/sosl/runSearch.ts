import type { UserAccess } from "../access/userAccess.ts";
import type { Field, FieldType, ObjectSchema } from "../metadata/schema.ts";
import type { Org } from "../org.ts";
import { quoted } from "../records/database.ts";
import type { SearchGroup } from "./parseSosl.ts";
import { isFound, wordOfAll, type SearchTerm } from "./searchTerm.ts";

/** A search never answers more: https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_limits.htm */
export const MOST_FOUND = 2000;

const TEXT: readonly FieldType[] = ["string", "textarea", "email", "phone", "url", "picklist"];
const GROUPS: Record<SearchGroup, (field: Field) => boolean> = {
  ALL: ({ type }) => TEXT.includes(type),
  SIDEBAR: ({ type }) => TEXT.includes(type),
  NAME: (field) => field.isNameField || field.name === "FirstName" || field.name === "LastName",
  EMAIL: ({ type }) => type === "email",
  PHONE: ({ type }) => type === "phone",
};

/** True for objects that a search goes through. */
export function isSearchable(object: ObjectSchema): boolean {
  return object.kind !== "customMetadata" && !object.isHierarchySetting && object.fields.has("isdeleted");
}

function likeClause(fields: readonly Field[], word: string | null): { sql: string; parameters: string[] } {
  if (word === null) return { sql: "", parameters: [] };
  const conditions = fields.map((field) => `${quoted(field.name)} LIKE ?`);
  return { sql: ` AND (${conditions.join(" OR ")})`, parameters: fields.map(() => `%${word}%`) };
}

function wordsOf(text: unknown): readonly string[] {
  return typeof text === "string" ? (text.match(/[\p{L}\p{N}]+/gu) ?? []) : [];
}

/** Ids of the records that hold the term in a field of the group that the user may read. */
export function findIds(
  org: Org,
  access: UserAccess,
  object: ObjectSchema,
  { term, group }: { term: SearchTerm; group: SearchGroup },
): string[] {
  const isWanted = GROUPS[group];
  const fields = [...object.fields.values()].filter(
    (field) => field.formula === null && isWanted(field) && access.canReadField(object, field),
  );
  if (fields.length === 0) return [];
  const like = likeClause(fields, wordOfAll(term));
  const columns = fields.map((field) => quoted(field.name)).join(", ");
  const rows = org.store.db
    .prepare(`SELECT "Id", ${columns} FROM ${quoted(object.name)} WHERE "IsDeleted" = 0${like.sql} ORDER BY "Id"`)
    .iterate(...like.parameters);
  const ids: string[] = [];
  for (const row of rows) {
    if (
      isFound(
        term,
        fields.map((field) => wordsOf(row[field.name])),
      )
    )
      ids.push(String(row["Id"]));
    if (ids.length >= MOST_FOUND) break;
  }
  return ids;
}
