/** How much of the programme a run looks at. */
import { checkedId, equals } from "./soql.ts";

export interface ReadScope {
  /** null: every partner. */
  readonly partnerId: string | null;
}

/** The condition that narrows a query to the scope; undefined for everyone. */
export function inScope(field: string, scope: ReadScope): string | undefined {
  return scope.partnerId === null ? undefined : equals(field, checkedId(scope.partnerId));
}
