import type { ApiRequest } from "../route.ts";

export interface PageOfRows {
  readonly pageSize: number;
  /** Rows before this page; the page's token says the same. */
  readonly offset: number;
  readonly hasNext: boolean;
}

/** Tokens and addresses of the page itself and of its neighbours; null where there is none. */
export function pageLinks(
  { base, query }: ApiRequest,
  path: string,
  { pageSize, offset, hasNext }: PageOfRows,
): Record<string, string | null> {
  const addressOf = (token: number): string => {
    const parameters = new URLSearchParams(query);
    parameters.set("pageToken", String(token));
    return `${base}${path}?${parameters.toString()}`;
  };
  const page = (name: string, token: number | null): Record<string, string | null> => ({
    [`${name}PageToken`]: token === null ? null : String(token),
    [`${name}PageUrl`]: token === null ? null : addressOf(token),
  });
  return {
    ...page("current", offset),
    ...page("next", hasNext ? offset + pageSize : null),
    ...page("previous", offset > 0 ? Math.max(0, offset - pageSize) : null),
  };
}
