import type { ApiRequest, ApiResponse, Route } from "./route.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_record_count.htm */
function countRecords({ org, access, query }: ApiRequest): ApiResponse {
  const asked = (query.get("sObjects") ?? "").split(",").map((name) => name.trim().toLowerCase());
  const wanted = new Set(asked.filter(Boolean));
  const objects = [...org.schema.objects.values()].filter(
    (object) => access.can("read", object) && (wanted.size === 0 || wanted.has(object.name.toLowerCase())),
  );
  const sObjects = objects.map((object) => ({ count: org.store.table(object).count(), name: object.name }));
  return { status: 200, body: { sObjects } };
}

/** `/limits/recordCount`: how many records an object has; the recycle bin counts for none. */
export const recordCountRoutes: readonly Route[] = [
  { method: "GET", path: "/limits/recordCount", handle: countRecords },
];
