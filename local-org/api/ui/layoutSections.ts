import type { LayoutField, LayoutSection } from "../../metadata/objectLayouts.ts";
import type { Field, ObjectSchema } from "../../metadata/schema.ts";
import type { UiReader } from "./uiReader.ts";

/** One field as a layout shows it to one user. */
export interface ShownField {
  readonly field: Field;
  readonly isReadonly: boolean;
  readonly isRequired: boolean;
}

export interface ShownSection {
  readonly heading: string;
  readonly hasHeading: boolean;
  readonly columns: readonly (readonly ShownField[])[];
}

/** Labels of standard fields on pages, where they differ from those that a describe call gives. */
const PAGE_LABELS: Readonly<Record<string, string>> = {
  "Account.Type": "Type",
  "Account.Phone": "Phone",
  "Account.Fax": "Fax",
  "Contact.Name": "Name",
  "Contact.Phone": "Phone",
  "Opportunity.Type": "Type",
  "Opportunity.AccountId": "Account Name",
  CreatedById: "Created By",
  LastModifiedById: "Last Modified By",
};

/** How pages name a field: a reference by what it leads to, an owner by what is owned. */
export function pageLabel(object: ObjectSchema, field: Field): string {
  if (field.name === "OwnerId") return object.kind === "standard" ? `${object.label} Owner` : "Owner";
  const known = PAGE_LABELS[`${object.name}.${field.name}`] ?? PAGE_LABELS[field.name];
  return known ?? (field.type === "reference" ? field.label.replace(/ ID$/, "") : field.label);
}

const ADDRESS = /^(?:Billing|Shipping|Mailing|Other)(?:Street|City|State|PostalCode|Country)$/;

/** Never on a page, and what the platform's own layouts leave out. */
const HIDDEN = new Set([
  ...["Id", "IsDeleted", "SystemModstamp", "CreatedDate", "LastModifiedDate"],
  ...["AccountSource", "Jigsaw", "SicDesc", "Pricebook2Id", "LastActivityDate", "LastViewedDate", "LastReferencedDate"],
]);
const AUDIT = new Set(["CreatedById", "LastModifiedById"]);

function isLong(field: Field): boolean {
  return field.type === "textarea" && field.length > 255;
}

function isNamePart(object: ObjectSchema, { name }: Field): boolean {
  return object.fields.has("lastname") && (name === "FirstName" || name === "LastName");
}

function asItem({ name }: Field): LayoutField {
  return { name, behavior: "Edit" };
}

/** Fields in the order in which eyes read two columns: left, right, left, right. */
function twoColumns(fields: readonly Field[]): LayoutField[][] {
  const half = Math.ceil(fields.length / 2);
  return [fields.slice(0, half).map(asItem), fields.slice(half).map(asItem)];
}

function section(heading: string, fields: readonly Field[], isWide = false): LayoutSection[] {
  if (fields.length === 0) return [];
  return [{ heading, hasHeading: true, columns: isWide ? [fields.map(asItem)] : twoColumns(fields) }];
}

/** Pages of standard objects leave out what the platform keeps for itself. */
function isWorthShowing(object: ObjectSchema, field: Field): boolean {
  if (HIDDEN.has(field.name) || isNamePart(object, field)) return false;
  return AUDIT.has(field.name) || field.isNameField || !field.isSystem || object.kind !== "standard";
}

/** The layout of an object that has none in the package: everything that the user may read. */
export function defaultSections(reader: UiReader, object: ObjectSchema): LayoutSection[] {
  const shown = reader.fields(object).filter((field) => isWorthShowing(object, field));
  const first = (field: Field): number => (field.isNameField ? 0 : 1);
  const own = shown.filter(({ name }) => !AUDIT.has(name)).sort((a, b) => first(a) - first(b));
  const short = own.filter((field) => !isLong(field));
  return [
    ...section(
      `${object.label} Information`,
      short.filter(({ isCustom, name }) => (!isCustom || object.kind === "custom") && !ADDRESS.test(name)),
    ),
    ...section(
      "Additional Information",
      short.filter(({ isCustom }) => isCustom && object.kind !== "custom"),
    ),
    ...section(
      "Address Information",
      short.filter(({ name }) => ADDRESS.test(name)),
    ),
    ...section("Description", own.filter(isLong), true),
    ...section(
      "System Information",
      shown.filter(({ name }) => AUDIT.has(name)),
    ),
  ];
}

function shownField(reader: UiReader, object: ObjectSchema, { name, behavior }: LayoutField): ShownField[] {
  const field = reader.field(object, name);
  if (!field) return [];
  const isRequired = behavior === "Required" || (field.isRequired && field.type !== "boolean");
  return [{ field, isReadonly: behavior === "Readonly", isRequired }];
}

/** The sections of an object's layout with the fields that the user may read. */
export function shownSections(reader: UiReader, object: ObjectSchema): ShownSection[] {
  const layout = reader.org.layouts.full.get(object.name.toLowerCase());
  const sections = layout?.sections ?? defaultSections(reader, object);
  return sections
    .map(({ columns, ...rest }) => ({
      ...rest,
      columns: columns.map((column) => column.flatMap((item) => shownField(reader, object, item))),
    }))
    .filter(({ columns }) => columns.some((column) => column.length > 0));
}

/** What a compact layout has where nobody has made one: the name, and a few fields that most objects have. */
const USUAL = [
  "Type",
  "AccountId",
  "CloseDate",
  "StageName",
  "Amount",
  "Phone",
  "Email",
  "Website",
  "Title",
  "OwnerId",
];

/** Fields of the highlights, the name first. */
export function compactFields(reader: UiReader, object: ObjectSchema): Field[] {
  const names = reader.org.layouts.compact.get(object.name.toLowerCase()) ?? [object.nameField.name, ...USUAL];
  return names.map((name) => reader.field(object, name)).filter((field) => field !== null);
}
