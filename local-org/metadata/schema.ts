/**
 * The org's schema as every other room of the local org reads it: made once, at load, from source-format XML.
 * Names keep the spelling of the metadata; every map is keyed by the lower-case name, because the
 * platform's API names are case-insensitive.
 */

import type { RollUpSummary } from "./rollUpSummary.ts";

/** Where a piece of metadata stands, for messages that name file and reason. */
export interface Source {
  readonly file: string;
}

/** Field types as a describe call names them. */
export type FieldType =
  | "id"
  | "string"
  | "textarea"
  | "boolean"
  | "int"
  | "double"
  | "currency"
  | "percent"
  | "date"
  | "datetime"
  | "picklist"
  | "multipicklist"
  | "reference"
  | "email"
  | "phone"
  | "url";

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly isDefault: boolean;
  readonly isActive: boolean;
}

export interface Reference {
  /** API names of the objects that the field may point to. */
  readonly to: readonly string[];
  /** `Opportunity__r` or `Account`: the name by which SOQL and formulas go up. */
  readonly relationshipName: string;
  /** `Opportunity_Partners__r` or `Contacts`: the name by which a subquery goes down; null = none. */
  readonly childRelationshipName: string | null;
  readonly kind: "lookup" | "masterDetail" | "metadata";
  readonly onDelete: "cascade" | "setNull" | "restrict";
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Characters, for text types. 0 where it does not apply. */
  readonly length: number;
  /** Digits in all and after the point, for int, double, currency, percent. 0 where it does not apply. */
  readonly precision: number;
  readonly scale: number;
  /** Must have a value on save (a checkbox always has one). */
  readonly isRequired: boolean;
  readonly isUnique: boolean;
  readonly isCaseSensitive: boolean;
  readonly isExternalId: boolean;
  readonly isCustom: boolean;
  /** Set by the platform: not createable and not updateable through any API. */
  readonly isSystem: boolean;
  /** Only settable on create (master-detail that may not be reparented, for example). */
  readonly isCreateOnly: boolean;
  /** Display format of an auto-number, `OP-{000000}`; null for every other field. */
  readonly autoNumberFormat: string | null;
  /** Formula of the value (a calculated, read-only field); null for a stored field. */
  readonly formula: string | null;
  /** What a roll-up summary computes over details; null for every other field. */
  readonly summary: RollUpSummary | null;
  /** Formula or literal of the default; null = none. */
  readonly defaultValue: string | null;
  readonly picklist: readonly PicklistValue[] | null;
  readonly isRestrictedPicklist: boolean;
  /** Rich text: a page shows its markup. */
  readonly isHtml: boolean;
  readonly reference: Reference | null;
  readonly isNameField: boolean;
  readonly description: string | null;
  readonly helpText: string | null;
  readonly source: Source;
}

export interface ValidationRule {
  readonly name: string;
  readonly formula: string;
  readonly message: string;
  /** API name of the field that shows the message; null = the top of the page. */
  readonly errorField: string | null;
  readonly source: Source;
}

export interface ChildRelationship {
  readonly name: string;
  readonly childObject: string;
  readonly childField: string;
}

export interface ObjectSchema {
  readonly name: string;
  readonly label: string;
  readonly pluralLabel: string;
  /** First three characters of its records' ids. */
  readonly keyPrefix: string;
  readonly kind: "standard" | "custom" | "customMetadata";
  /** A custom setting whose records belong to the organization, a profile or a user: what `$Setup` reads. */
  readonly isHierarchySetting: boolean;
  /** False for read-only system objects and custom metadata types. */
  readonly isWritable: boolean;
  /** Lower-case name of the object whose permissions it has; null = its own. */
  readonly rightsOf: string | null;
  readonly fields: ReadonlyMap<string, Field>;
  readonly nameField: Field;
  readonly childRelationships: ReadonlyMap<string, ChildRelationship>;
  readonly validationRules: readonly ValidationRule[];
  readonly sharingModel: string;
  readonly description: string | null;
  readonly source: Source;
}

export interface Schema {
  readonly objects: ReadonlyMap<string, ObjectSchema>;
  readonly isMultiCurrency: boolean;
  /** Custom labels by name, for `$Label`. */
  readonly labels: ReadonlyMap<string, string>;
}

/** A record's values by field API name. Decimals are exact decimal text ("200000.00"), dates
 * "YYYY-MM-DD", datetimes "YYYY-MM-DDTHH:MM:SS.sssZ" (UTC), ids 18 characters, empty = null. */
export type FieldValue = string | boolean | null;
export type RecordValues = Record<string, FieldValue>;
