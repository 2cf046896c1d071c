import type { FieldValue, ObjectSchema, RecordValues } from "../metadata/schema.ts";
import type { RecordStore } from "./recordStore.ts";

/** Objects whose records are always in the currency of a parent, by the lookup that names it. */
const parentOf: Readonly<Record<string, readonly [field: string, object: string]>> = {
  OpportunityLineItem: ["OpportunityId", "Opportunity"],
};

/**
 * The currency of a new record that nobody gave one: its parent's where that decides, else the user's default,
 * else the corporate one; in an org of one currency there is none.
 * https://help.salesforce.com/s/articleView?id=platform.admin_currency.htm
 */
export function defaultCurrency(
  store: RecordStore,
  object: ObjectSchema,
  record: RecordValues,
  userId: string,
): FieldValue {
  const [field, parent] = parentOf[object.name] ?? [];
  const holder = field === undefined ? null : store.find(parent!, String(record[field]));
  const user = store.find("User", userId);
  return holder?.["CurrencyIsoCode"] ?? user?.["DefaultCurrencyIsoCode"] ?? corporateCurrency(store);
}

function corporateCurrency(store: RecordStore): FieldValue {
  const currencies = store.table(store.object("CurrencyType"));
  return currencies.all().find((row) => row["IsCorporate"] === true)?.["IsoCode"] ?? null;
}
