/** A record picker's filter: https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-record-picker.html */
export interface PickerFilter {
  readonly criteria: readonly { readonly fieldPath: string; readonly operator: string; readonly value: unknown }[];
  readonly filterLogic?: string;
}

export type Where = Readonly<Record<string, unknown>>;

/** `A.B` equals 1 as GraphQL nests it. */
export function condition(fieldPath: string, operator: string, value: unknown): Where {
  return fieldPath
    .split(".")
    .reduceRight<unknown>((inner, name) => ({ [name]: inner }), { [operator]: value }) as Where;
}

/** `1 AND (2 OR NOT 3)` by recursive descent; OR binds weakest. */
function byLogic(logic: string, conditions: readonly Where[]): Where {
  const tokens = logic.toUpperCase().match(/\d+|AND|OR|NOT|[()]/g) ?? [];
  let at = 0;
  const take = (token: string): boolean => tokens[at] === token && (at += 1) > 0;
  const primary = (): Where => {
    if (take("NOT")) return { not: primary() };
    if (!take("(")) return conditions[Number(tokens[at++]) - 1] ?? {};
    const inner = either();
    take(")");
    return inner;
  };
  const chain = (word: "AND" | "OR", part: () => Where): Where => {
    const parts = [part()];
    while (take(word)) parts.push(part());
    return parts.length === 1 ? parts[0]! : { [word.toLowerCase()]: parts };
  };
  const both = (): Where => chain("AND", primary);
  const either = (): Where => chain("OR", both);
  return either();
}

/** The filter as a GraphQL `where`; null = none. */
export function whereOf(filter: PickerFilter | undefined): Where | null {
  if (!filter || filter.criteria.length === 0) return null;
  const conditions = filter.criteria.map(({ fieldPath, operator, value }) => condition(fieldPath, operator, value));
  return filter.filterLogic === undefined ? { and: conditions } : byLogic(filter.filterLogic, conditions);
}
