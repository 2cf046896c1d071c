import { callOrg } from "local/http";
import { objectNamed, objectOfId, setup } from "local/setup";
import { nodeSource, rowOf, selectionOf, type Row } from "local/tableRows";
import { wireAdapter } from "local/wire";
import type { ColumnSetup, ObjectSetup } from "../../../pageFacts.ts";

/** One related list as a page shows it. */
export interface RelatedList {
  readonly name: string;
  readonly object: ObjectSetup;
  /** The child's field that leads to the record. */
  readonly field: string;
  readonly columns: readonly ColumnSetup[];
  readonly total: number;
  readonly rows: readonly Row[];
}

interface Child {
  readonly name: string;
  readonly object: string;
  readonly field: string;
}

/** Records of these have so many children that no page lists them. */
const WITHOUT_LISTS = new Set(["User", "Product2", "Pricebook2"]);

function childrenOf(recordId: string, names: readonly string[] | null): Child[] {
  const parent = objectOfId(recordId);
  if (!parent) return [];
  const shown = names ?? parent.relatedLists;
  if (shown !== null) return shown.flatMap((name) => parent.children.filter((child) => child.name === name));
  return WITHOUT_LISTS.has(parent.apiName) ? [] : parent.children.filter(({ object }) => setup.objects[object]);
}

/** The record above is named at the top of the page already. */
function columnsOf({ object, field }: Child): ColumnSetup[] {
  return (objectNamed(object)?.columns ?? []).filter(({ apiName }) => apiName !== field);
}

function queryOf(objectApiName: string, children: readonly Child[], first: number): string {
  const lists = children.map(
    (child) => `${child.name}(first: ${first}) { totalCount edges { node { ${selectionOf(columnsOf(child))} } } }`,
  );
  return `query related($id: ID) { uiapi { query { ${objectApiName}(where: { Id: { eq: $id } }) { edges { node { Id ${lists.join(" ")} } } } } } }`;
}

interface Connection {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
}

interface Answer {
  readonly data: {
    readonly uiapi?: { readonly query: Record<string, { readonly edges: { node: Record<string, unknown> }[] }> };
  };
  readonly errors?: readonly { readonly message: string }[];
}

async function load(recordId: string, children: readonly Child[], first: number): Promise<unknown> {
  const objectApiName = objectOfId(recordId)!.apiName;
  const body = { query: queryOf(objectApiName, children, first), variables: { id: recordId } };
  const { data, errors = [] } = await callOrg<Answer>("/graphql", { method: "POST", body });
  if (errors.length > 0) throw new Error(errors[0]!.message);
  return data.uiapi?.query[objectApiName]?.edges[0]?.node ?? {};
}

function listOf(child: Child, answer: Readonly<Record<string, unknown>>): RelatedList {
  const columns = columnsOf(child);
  const { totalCount = 0, edges = [] } = (answer[child.name] ?? {}) as Partial<Connection>;
  const rows = edges.map(({ node }) => rowOf(nodeSource(node), columns));
  return { name: child.name, object: objectNamed(child.object)!, field: child.field, columns, total: totalCount, rows };
}

interface Config {
  readonly recordId?: string;
  /** null = those that the record's layout shows. */
  readonly names?: readonly string[] | null;
  readonly first?: number;
}

const FIRST = 6;

/** Wire of a record's related lists: all of them in one question. */
export const relatedLists = wireAdapter<Config>(({ recordId, names = null, first = FIRST }) => {
  if (!recordId) return null;
  const children = childrenOf(recordId, names);
  if (children.length === 0) return { key: `related ${recordId} none`, load: () => Promise.resolve([]) };
  return {
    key: `related ${recordId} ${first} ${children.map(({ name }) => name).join(",")}`,
    load: async () => {
      const answer = (await load(recordId, children, first)) as Record<string, unknown>;
      return children.map((child) => listOf(child, answer));
    },
  };
});
