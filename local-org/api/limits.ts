import type { ApiRequest, ApiResponse, Route } from "./route.ts";

/** A day's API calls of an Enterprise org with no extra licences. */
export const DAILY_API_REQUESTS = 100_000;

/** Versions before 31.0 are retired: https://help.salesforce.com/s/articleView?id=000381744&type=1 */
const VERSIONS = { first: 31, last: 68 };

/** Every version that is answered, as `/services/data` lists them. */
export function listVersions(): { label: string; url: string; version: string }[] {
  const count = VERSIONS.last - VERSIONS.first + 1;
  return Array.from({ length: count }, (_none, index) => {
    const version = `${VERSIONS.first + index}.0`;
    return { label: `v${version}`, url: `/services/data/v${version}`, version };
  });
}

export function isServedVersion(version: string): boolean {
  return Number(version) >= VERSIONS.first && Number(version) <= VERSIONS.last;
}

function limits(used: () => number): (request: ApiRequest) => ApiResponse {
  const limit = (max: number, spent = 0): { Max: number; Remaining: number } => ({
    Max: max,
    Remaining: Math.max(0, max - spent),
  });
  return () => ({
    status: 200,
    body: {
      DailyApiRequests: limit(DAILY_API_REQUESTS, used()),
      DailyBulkApiBatches: limit(15_000),
      DailyBulkV2QueryJobs: limit(10_000),
      DailyBulkV2QueryFileStorageMB: limit(976_562),
      DataStorageMB: limit(10_240),
      FileStorageMB: limit(10_240),
    },
  });
}

function resources({ base, org, access, headers }: ApiRequest): ApiResponse {
  const identity = `http://${String(headers["host"])}/id/${org.organizationId}/${access.userId}`;
  const names = ["sobjects", "query", "queryAll", "limits", "composite", "jobs"];
  return { status: 200, body: { ...Object.fromEntries(names.map((name) => [name, `${base}/${name}`])), identity } };
}

/** `/limits` and the list of resources. */
export function limitRoutes(used: () => number): readonly Route[] {
  return [
    { method: "GET", path: "/limits", handle: limits(used) },
    { method: "GET", path: "", handle: resources },
  ];
}
