import type { GraphqlFault, GraphqlResult } from "lightning/graphql";

/** A field of a record as GraphQL answers it. */
export interface Value<T> {
  readonly value: T | null;
  readonly label?: string | null;
}

export type Text = Value<string>;
export type Figure = Value<number>;
export type Flag = Value<boolean>;

export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly totalCount?: number;
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The rows of a connection; none where the answer has none. */
export function rowsOf<Node>(connection: Connection<Node> | null | undefined): readonly Node[] {
  return connection?.edges.map(({ node }) => node) ?? [];
}

/** The objects asked for, by the names and aliases of the query; null before the first answer. */
export function answerOf<Answer>({ data }: GraphqlResult): Answer | null {
  const inside = (data as { uiapi?: { query?: Answer } } | null | undefined)?.uiapi?.query;
  return inside ?? null;
}

export type Trouble = "no-access" | "offline" | "error";

// An object or field that a person may not see is missing from their schema, so that the query does not validate.
const NO_ACCESS = /FieldUndefined|UndefinedField|UnknownType|is undefined|INSUFFICIENT_ACCESS|INVALID_TYPE/i;

// What Chromium, Firefox and Safari say where no answer came at all.
const OFFLINE = /failed to fetch|networkerror|network error|load failed|you are offline/i;

/** Whether a refused query is a matter of rights, of the line or of something else; null = nothing was refused. */
export function troubleOf({ data, errors }: GraphqlResult): Trouble | null {
  if (!errors || errors.length === 0) return null;
  // Some answers carry both; what was read is then shown.
  if (data) return null;
  const says = (pattern: RegExp): boolean => errors.some(({ message }: GraphqlFault) => pattern.test(message));
  if (!navigator.onLine || says(OFFLINE)) return "offline";
  return says(NO_ACCESS) ? "no-access" : "error";
}

/** The picks of a multi-select field. */
export function picksOf(value: Text | null | undefined): readonly string[] {
  return value?.value?.split(";").filter((pick) => pick !== "") ?? [];
}
