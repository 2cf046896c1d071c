import type { ObjectSchema } from "../metadata/schema.ts";
import { SalesforceError } from "../salesforceError.ts";
import type { ApiRequest, ApiResponse, Route } from "./route.ts";

interface RecentItem {
  readonly attributes: { readonly type: string; readonly url: string };
  readonly Id: string;
  readonly Name: unknown;
}

/** Records that the user viewed last and may still see, the newest first. */
export function recentItems({ org, access, base }: ApiRequest, only: ObjectSchema | null = null): RecentItem[] {
  return org.recentlyViewed.of(access.userId).flatMap(({ object: name, id }) => {
    const object = org.store.object(name);
    if ((only !== null && only !== object) || !access.can("read", object)) return [];
    const record = org.store.find(name, id);
    if (!record) return [];
    const attributes = { type: name, url: `${base}/sobjects/${name}/${id}` };
    return [{ attributes, Id: id, Name: record[object.nameField.name] ?? null }];
  });
}

function listRecent(request: ApiRequest): ApiResponse {
  const limit = request.query.get("limit");
  if (limit !== null && !/^[1-9]\d*$/.test(limit))
    throw new SalesforceError("INVALID_QUERY_FILTER_OPERATOR", `limit must be a positive number, not ${limit}`);
  const items = recentItems(request);
  return { status: 200, body: limit === null ? items : items.slice(0, Number(limit)) };
}

/** `/recent`: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_recent_items.htm */
export const recentRoutes: readonly Route[] = [{ method: "GET", path: "/recent", handle: listRecent }];
