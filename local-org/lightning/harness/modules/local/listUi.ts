import { callOrg } from "local/http";
import type { UiRecord } from "local/records";
import { wireAdapter } from "local/wire";

export interface ListViewName {
  readonly apiName: string;
  readonly label: string;
}

export interface DisplayColumn {
  readonly fieldApiName: string;
  readonly label: string;
  readonly lookupId: string | null;
  readonly sortable: boolean;
}

export interface ListUi {
  readonly info: { readonly label: string; readonly displayColumns: readonly DisplayColumn[] };
  readonly records: { readonly records: readonly UiRecord[]; readonly nextPageToken: string | null };
}

/** Wire of an object's list views. */
export const listViews = wireAdapter<{ readonly objectApiName?: string }>(({ objectApiName }) => {
  if (objectApiName === undefined) return null;
  const path = `/ui-api/list-ui/${objectApiName}`;
  return { key: path, load: () => callOrg(path) };
});

interface Config {
  readonly objectApiName?: string;
  readonly listView?: string;
  readonly sortBy?: string;
  readonly pageSize?: number;
}

/** Wire of a list view's records. */
export const listUi = wireAdapter<Config>(({ objectApiName, listView, sortBy, pageSize = 50 }) => {
  if (objectApiName === undefined || listView === undefined) return null;
  const sort = sortBy === undefined || sortBy === "" ? "" : `&sortBy=${sortBy}`;
  const path = `/ui-api/list-ui/${objectApiName}/${listView}?pageSize=${pageSize}${sort}`;
  return { key: path, load: () => callOrg(path) };
});
