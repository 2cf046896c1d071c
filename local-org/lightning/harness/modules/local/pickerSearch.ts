import { callOrg } from "local/http";
import { condition, whereOf, type PickerFilter, type Where } from "local/pickerFilter";
import { setup } from "local/setup";

/** What a picker looks for, and what it shows of what it finds. */
export interface PickerSearch {
  readonly objectApiName: string;
  readonly filter: PickerFilter | undefined;
  readonly primaryField: string;
  readonly additionalFields: readonly string[];
  readonly matchingFields: readonly string[];
}

export interface Found {
  readonly id: string;
  readonly text: string;
  readonly subText: string;
}

const MOST_FOUND = 5;

type Node = Readonly<Record<string, unknown>>;

interface Answer {
  readonly data: { readonly uiapi?: { readonly query: Record<string, { readonly edges: { node: Node }[] }> } };
  readonly errors?: readonly { readonly message: string }[];
}

/** `Owner.Name` as a selection. */
function selection(path: string): string {
  return path.split(".").reduceRight((inner, name) => `${name} { ${inner} }`, "value displayValue");
}

function textAt(node: Node, path: string): string {
  let found: unknown = node;
  for (const name of path.split(".")) found = (found as Node | null)?.[name];
  const { displayValue, value } = (found ?? {}) as { displayValue?: unknown; value?: unknown };
  const text = displayValue ?? value;
  return typeof text === "string" || typeof text === "number" ? String(text) : "";
}

async function run(search: PickerSearch, where: Where): Promise<Found[]> {
  const { objectApiName, primaryField, additionalFields } = search;
  const fields = [...new Set([primaryField, ...additionalFields])].map(selection).join(" ");
  const order = primaryField.split(".").reduceRight((inner, name) => `{ ${name}: ${inner} }`, "{ order: ASC }");
  const query = `query picker($where: ${objectApiName}_Filter) { uiapi { query { ${objectApiName}(first: ${MOST_FOUND}, where: $where, orderBy: ${order}) { edges { node { Id ${fields} } } } } } }`;
  const { data, errors = [] } = await callOrg<Answer>("/graphql", {
    method: "POST",
    body: { query, variables: { where } },
  });
  if (errors.length > 0) throw new Error(errors[0]!.message);
  const edges = data.uiapi?.query[objectApiName]?.edges ?? [];
  return edges.map(({ node }) => ({
    id: String(node["Id"]),
    text: textAt(node, primaryField),
    subText: additionalFields
      .map((field) => textAt(node, field))
      .filter(Boolean)
      .join(" • "),
  }));
}

/** Records whose matching fields hold the text, within the filter. */
export function searchRecords(search: PickerSearch, text: string): Promise<Found[]> {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const matches = search.matchingFields.map((field) => condition(field, "like", pattern));
  const filter = whereOf(search.filter);
  return run(search, { and: [...(text === "" ? [] : [{ or: matches }]), ...(filter ? [filter] : [])] });
}

/** The record of an id, whatever the filter says. */
export async function findRecord(search: PickerSearch, id: string): Promise<Found | null> {
  const [found = null] = await run(search, condition("Id", "eq", id));
  return found;
}

/** The field by which an object's records are named. */
export function nameFieldOf(objectApiName: string): string {
  return setup.objects[objectApiName]?.nameField ?? "Name";
}
