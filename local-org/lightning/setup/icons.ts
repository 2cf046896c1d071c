/** Icons of standard objects where they are not simply `standard:<name>`. */
const STANDARD: Readonly<Record<string, string>> = {
  OpportunityLineItem: "standard:line_item",
  Product2: "standard:product",
  Pricebook2: "standard:pricebook",
  PricebookEntry: "standard:product_item",
  Profile: "standard:user_role",
  UserRole: "standard:user_role",
};

/** The icon of an object: its tab's motif (`Custom18: Form` is `custom:custom18`), or the platform's own. */
export function iconOf(objectName: string, motif: string | null): string {
  const number = /^Custom(\d+):/.exec(motif ?? "")?.[1];
  if (number !== undefined) return `custom:custom${number}`;
  if (STANDARD[objectName] !== undefined) return STANDARD[objectName];
  return objectName.endsWith("__c") ? "standard:custom" : `standard:${objectName.toLowerCase()}`;
}
