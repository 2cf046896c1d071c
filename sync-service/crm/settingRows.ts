/** Rows of custom metadata read through declared settings; every fault is named by row and field. */
import type { Org } from "./org.ts";
import type { Setting } from "./policyFields.ts";
import { restRows, type Row } from "./restQuery.ts";

type Settings = Readonly<Record<string, Setting<unknown>>>;
export type Values<S extends Settings> = {
  readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never;
};

/** Always over REST: Bulk does not serve custom metadata. */
export async function readSettingRows(org: Org, object: string, settings: Settings): Promise<Row[]> {
  const columns = Object.values(settings).map(({ field }) => field);
  const query = { object, columns };
  return restRows(org, query);
}

/** The values of the rows without a fault; what is wrong with others is added to `faults`. */
export function checkedValues<S extends Settings>(
  object: string,
  settings: S,
  rows: readonly Row[],
  faults: string[],
): Values<S>[] {
  return rows.flatMap((row) => {
    const before = faults.length;
    const entries = Object.entries(settings).map(([key, { field, shape }], at) => {
      const result = shape.safeParse(row[at] ?? "");
      if (!result.success)
        faults.push(`${object} ${row[0] ?? ""}: ${field} ${result.error.issues[0]?.message ?? "is not valid"}`);
      return [key, result.data] as const;
    });
    return faults.length > before ? [] : [Object.fromEntries(entries) as Values<S>];
  });
}
