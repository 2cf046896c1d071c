import { callOrg } from "local/http";
import { wireAdapter } from "local/wire";

interface RelatedListConfig {
  readonly parentRecordId?: string;
  readonly relatedListId?: string;
  readonly fields?: readonly string[];
  readonly optionalFields?: readonly string[];
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly sortBy?: readonly string[];
  readonly where?: string;
}

export const getRelatedListRecords = wireAdapter<RelatedListConfig>((config) => {
  const { parentRecordId, relatedListId, ...parameters } = config;
  if (parentRecordId === undefined || relatedListId === undefined) return null;
  const path = `/ui-api/related-list-records/${parentRecordId}/${relatedListId}`;
  return {
    key: `${path} ${JSON.stringify(parameters)}`,
    load: () => callOrg(path, { method: "POST", body: parameters }),
  };
});

interface CountConfig {
  readonly parentRecordId?: string;
  readonly relatedListId?: string;
}

export const getRelatedListCount = wireAdapter<CountConfig>(({ parentRecordId, relatedListId }) => {
  if (parentRecordId === undefined || relatedListId === undefined) return null;
  const path = `/ui-api/related-list-count/${parentRecordId}/${relatedListId}`;
  return { key: path, load: () => callOrg(path) };
});
