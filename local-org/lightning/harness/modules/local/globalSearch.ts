import { callOrg } from "local/http";
import { setup } from "local/setup";
import { nodeSource, rowOf, selectionOf, type Row } from "local/tableRows";
import { wireAdapter } from "local/wire";
import type { ColumnSetup, ObjectSetup } from "../../../pageFacts.ts";

export interface SearchGroup {
  readonly object: ObjectSetup;
  readonly columns: readonly ColumnSetup[];
  readonly rows: readonly Row[];
}

const MOST_OF_ONE = 5;
const SHORTEST = 2;

interface Answer {
  readonly data: {
    readonly uiapi?: { readonly query: Record<string, { readonly edges: { node: Record<string, unknown> }[] }> };
  };
  readonly errors?: readonly { readonly message: string }[];
}

/** Objects that people look for: those with a tab, and people. */
function searched(): ObjectSetup[] {
  const tabs = setup.navItems.flatMap(({ objectApiName }) => (objectApiName === null ? [] : [objectApiName]));
  return [...new Set([...tabs, "User"])].flatMap((name) => setup.objects[name] ?? []);
}

async function search(term: string): Promise<SearchGroup[]> {
  const objects = searched();
  const parts = objects.map(
    ({ apiName, nameField, columns }) =>
      `${apiName}(first: ${MOST_OF_ONE}, where: { ${nameField}: { like: $term } }, orderBy: { ${nameField}: { order: ASC } }) { edges { node { ${selectionOf(columns)} } } }`,
  );
  const query = `query search($term: String) { uiapi { query { ${parts.join(" ")} } } }`;
  const variables = { term: `%${term.replace(/[\\%_]/g, "\\$&")}%` };
  const { data, errors = [] } = await callOrg<Answer>("/graphql", { method: "POST", body: { query, variables } });
  if (errors.length > 0) throw new Error(errors[0]!.message);
  return objects
    .map((object) => ({
      object,
      columns: object.columns,
      rows: (data.uiapi?.query[object.apiName]?.edges ?? []).map(({ node }) => rowOf(nodeSource(node), object.columns)),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** Wire of what is found for a term, by object. */
export const globalSearch = wireAdapter<{ readonly term?: string }>(({ term }) => {
  if (term === undefined || term.length < SHORTEST) return null;
  return { key: `search ${term}`, load: () => search(term) };
});
