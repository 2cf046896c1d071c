import type {
  ChildRelationship,
  Field,
  FieldType,
  ObjectSchema,
  Reference,
  Schema,
} from "../../local-org/metadata/schema.ts";

const source = { file: "fixture" };

const DIGITS: Partial<Record<FieldType, Partial<Field>>> = {
  int: { precision: 18, scale: 0 },
  double: { precision: 18, scale: 2 },
  currency: { precision: 18, scale: 2 },
  percent: { precision: 5, scale: 2 },
  string: { length: 255 },
  textarea: { length: 32768 },
};

/** A field with the defaults of its type. */
export function makeField(name: string, type: FieldType, overrides: Partial<Field> = {}): Field {
  return {
    name,
    label: name,
    type,
    length: 0,
    precision: 0,
    scale: 0,
    isRequired: false,
    isUnique: false,
    isCaseSensitive: false,
    isExternalId: false,
    isCustom: name.endsWith("__c"),
    isSystem: false,
    isCreateOnly: false,
    autoNumberFormat: null,
    formula: null,
    summary: null,
    defaultValue: null,
    picklist: null,
    isRestrictedPicklist: false,
    isHtml: false,
    reference: null,
    isNameField: name === "Name",
    description: null,
    helpText: null,
    source,
    ...DIGITS[type],
    ...overrides,
  };
}

export function makePicklist(...values: string[]): Partial<Field> {
  return {
    picklist: values.map((value) => {
      const [name = "", label = name] = value.split("=");
      return { value: name, label, isDefault: false, isActive: true };
    }),
  };
}

/** A reference; `children` names the way back down. */
export function makeReference(
  name: string,
  to: string,
  relationshipName: string,
  children: string | null = null,
): Field {
  const reference: Reference = {
    to: [to],
    relationshipName,
    childRelationshipName: children,
    kind: "lookup",
    onDelete: "setNull",
  };
  return makeField(name, "reference", { reference });
}

export interface ObjectFixture {
  readonly name: string;
  readonly keyPrefix: string;
  readonly kind?: ObjectSchema["kind"];
  readonly fields: readonly Field[];
}

function childRelationshipsOf(name: string, all: readonly ObjectFixture[]): Map<string, ChildRelationship> {
  const found = new Map<string, ChildRelationship>();
  for (const child of all)
    for (const field of child.fields) {
      const down = field.reference?.childRelationshipName;
      if (down && field.reference.to.includes(name))
        found.set(down.toLowerCase(), {
          name: down,
          childObject: child.name,
          childField: field.name,
        });
    }
  return found;
}

function makeObject(fixture: ObjectFixture, all: readonly ObjectFixture[]): ObjectSchema {
  const kind = fixture.kind ?? (fixture.name.endsWith("__c") ? "custom" : "standard");
  const system = kind === "customMetadata" ? [] : [makeField("IsDeleted", "boolean", { isSystem: true })];
  const fields = [makeField("Id", "id", { isSystem: true }), ...fixture.fields, ...system];
  return {
    name: fixture.name,
    label: fixture.name,
    pluralLabel: `${fixture.name}s`,
    keyPrefix: fixture.keyPrefix,
    kind,
    isHierarchySetting: false,
    rightsOf: null,
    isWritable: kind !== "customMetadata",
    fields: new Map(fields.map((field) => [field.name.toLowerCase(), field])),
    nameField: fields.find((field) => field.isNameField) ?? fields[0]!,
    childRelationships: childRelationshipsOf(fixture.name, all),
    validationRules: [],
    sharingModel: "ReadWrite",
    description: null,
    source,
  };
}

/** A schema of a few objects, with the ways down derived from the ways up. */
export function makeSchema(objects: readonly ObjectFixture[]): Schema {
  const made = objects.map((fixture) => makeObject(fixture, objects));
  return {
    objects: new Map(made.map((object) => [object.name.toLowerCase(), object])),
    isMultiCurrency: false,
    labels: new Map(),
  };
}
