import type { Field, FieldType, Reference } from "./schema.ts";

/** A field that the platform itself gives to an object; the defaults are those of a plain read-only field. */
export function platformField(name: string, type: FieldType, overrides: Partial<Field> = {}): Field {
  return {
    name,
    label: name.replace(/([a-z])([A-Z])/g, "$1 $2"),
    type,
    length: type === "id" || type === "reference" ? 18 : 0,
    precision: 0,
    scale: 0,
    isRequired: false,
    isUnique: false,
    isCaseSensitive: false,
    isExternalId: false,
    isCustom: false,
    isSystem: true,
    isCreateOnly: false,
    autoNumberFormat: null,
    formula: null,
    summary: null,
    defaultValue: type === "boolean" ? "false" : null,
    picklist: null,
    isRestrictedPicklist: false,
    isHtml: false,
    reference: null,
    isNameField: false,
    description: null,
    helpText: null,
    source: { file: "(platform)" },
    ...overrides,
  };
}

function toUser(relationshipName: string): { reference: Reference } {
  return {
    reference: {
      to: ["User"],
      relationshipName,
      childRelationshipName: null,
      kind: "lookup",
      onDelete: "restrict",
    },
  };
}

/** The audit fields that every record has. */
export function auditFields(): Field[] {
  return [
    platformField("IsDeleted", "boolean", { label: "Deleted" }),
    platformField("CreatedDate", "datetime"),
    platformField("CreatedById", "reference", toUser("CreatedBy")),
    platformField("LastModifiedDate", "datetime"),
    platformField("LastModifiedById", "reference", toUser("LastModifiedBy")),
    platformField("SystemModstamp", "datetime"),
  ];
}

/** The owner of a record that is not a detail of another. */
export function ownerField(): Field {
  return platformField("OwnerId", "reference", { label: "Owner", isSystem: false, ...toUser("Owner") });
}

/** Whom a custom setting's record is for: there is one for each. */
export function setupOwnerField(): Field {
  const reference: Reference = {
    to: ["Organization", "Profile", "User"],
    relationshipName: "SetupOwner",
    childRelationshipName: null,
    kind: "lookup",
    onDelete: "restrict",
  };
  const rules = { isSystem: false, isUnique: true, isRequired: true, isCreateOnly: true };
  return platformField("SetupOwnerId", "reference", { label: "Location", reference, ...rules });
}

/** The record's currency, which only a multi-currency org has. */
export function currencyField(): Field {
  return platformField("CurrencyIsoCode", "picklist", { label: "Currency", length: 3, isSystem: false, picklist: [] });
}
