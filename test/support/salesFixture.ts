import { DatabaseSync } from "node:sqlite";
import type { Field, Schema } from "../../local-org/metadata/schema.ts";
import { makeId } from "../../local-org/records/recordId.ts";
import { makeField, makePicklist, makeReference, makeSchema } from "./schemaFixture.ts";

/** Accounts, contacts, opportunities and their partners: enough for every way up and down. */
export const salesSchema: Schema = makeSchema([
  {
    name: "User",
    keyPrefix: "005",
    fields: [makeField("Name", "string"), makeField("Email", "email"), makeField("IsActive", "boolean")],
  },
  {
    name: "Account",
    keyPrefix: "001",
    fields: [
      makeField("Name", "string"),
      makeField("Industry", "picklist", makePicklist("Technology=Tech", "Banking", "Energy")),
      makeField("Description", "textarea"),
      makeField("AnnualRevenue", "currency"),
      makeField("NumberOfEmployees", "int"),
      makeField("IsPartner__c", "boolean"),
      makeField("Focus__c", "multipicklist", makePicklist("Voice", "Flex", "Segment")),
      makeField("Enrolled__c", "date"),
      makeField("CreatedDate", "datetime"),
      makeField("Score__c", "double", { formula: "1 + 1" }),
      makeReference("ParentId", "Account", "Parent", "ChildAccounts"),
      makeReference("OwnerId", "User", "Owner"),
    ],
  },
  {
    name: "Contact",
    keyPrefix: "003",
    fields: [
      makeField("Name", "string"),
      makeField("Email", "email"),
      makeReference("AccountId", "Account", "Account", "Contacts"),
    ],
  },
  {
    name: "Opportunity",
    keyPrefix: "006",
    fields: [
      makeField("Name", "string"),
      makeField("Amount", "currency"),
      makeField("Probability", "percent"),
      makeField("CloseDate", "date"),
      makeField("CreatedDate", "datetime"),
      makeField("IsWon", "boolean"),
      makeReference("AccountId", "Account", "Account", "Opportunities"),
    ],
  },
  {
    name: "Opportunity_Partner__c",
    keyPrefix: "a00",
    fields: [
      makeField("Name", "string", { autoNumberFormat: "OP-{0000}" }),
      makeField("Credit__c", "double", { scale: 4 }),
      makeReference("Opportunity__c", "Opportunity", "Opportunity__r", "Opportunity_Partners__r"),
      makeReference("Partner__c", "Account", "Partner__r", "Partnerships__r"),
    ],
  },
]);

const INTEGERS = new Set(["boolean", "int", "double", "currency", "percent"]);

function columnSql(field: Field): string {
  if (field.type === "id") return `"${field.name}" TEXT PRIMARY KEY`;
  if (INTEGERS.has(field.type)) return `"${field.name}" INTEGER`;
  return `"${field.name}" TEXT${field.type === "reference" ? "" : " COLLATE NOCASE"}`;
}

/** Tables as the local org lays them out. */
export function makeTables(schema: Schema): DatabaseSync {
  const db = new DatabaseSync(":memory:");
  for (const object of schema.objects.values()) {
    const stored = [...object.fields.values()].filter((field) => field.formula === null);
    db.exec(`CREATE TABLE "${object.name}" (${stored.map(columnSql).join(", ")}) STRICT`);
  }
  return db;
}

export type StoredRow = Record<string, string | number | bigint | null>;

/** Inserts stored values (scaled integers, 0 and 1); checkboxes left out are 0. */
export function insertRow(db: DatabaseSync, schema: Schema, objectName: string, row: StoredRow): void {
  const object = schema.objects.get(objectName.toLowerCase())!;
  const full: StoredRow = {};
  for (const field of object.fields.values()) if (field.type === "boolean") full[field.name] = 0;
  Object.assign(full, row);
  const names = Object.keys(full);
  db.prepare(
    `INSERT INTO "${objectName}" (${names.map((name) => `"${name}"`).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
  ).run(...Object.values(full));
}

export const id = {
  ann: makeId("005", 1),
  bob: makeId("005", 2),
  acme: makeId("001", 1),
  bank: makeId("001", 2),
  sub: makeId("001", 3),
  gone: makeId("001", 4),
  c1: makeId("003", 1),
  c2: makeId("003", 2),
  big: makeId("006", 1),
  small: makeId("006", 2),
  open: makeId("006", 3),
  p1: makeId("a00", 1),
  p2: makeId("a00", 2),
};

const ROWS: readonly (readonly [string, StoredRow])[] = [
  ["User", { Id: id.ann, Name: "Ann Adams", Email: "ann@example.com", IsActive: 1 }],
  ["User", { Id: id.bob, Name: "Bob Brown", Email: "bob@example.com" }],
  [
    "Account",
    {
      ...{
        Id: id.acme,
        Name: "Acme",
        Industry: "Technology",
        AnnualRevenue: 999999999999999999n,
        NumberOfEmployees: 10,
      },
      ...{
        IsPartner__c: 1,
        Focus__c: "Voice;Flex",
        Enrolled__c: "2023-05-01",
        CreatedDate: "2023-05-01T06:30:00.000Z",
      },
      ...{ OwnerId: id.ann, Description: "Long" },
    },
  ],
  [
    "Account",
    {
      ...{
        Id: id.bank,
        Name: "Big Bank",
        Industry: "Banking",
        AnnualRevenue: 100,
        NumberOfEmployees: 5,
      },
      ...{
        Focus__c: "Segment",
        Enrolled__c: "2022-12-31",
        CreatedDate: "2023-05-02T07:00:00.000Z",
        OwnerId: id.bob,
      },
    },
  ],
  [
    "Account",
    {
      Id: id.sub,
      Name: "acme 100%_sub",
      ParentId: id.acme,
      CreatedDate: "2022-01-01T00:00:00.000Z",
    },
  ],
  ["Account", { Id: id.gone, Name: "Gone", IsDeleted: 1 }],
  ["Contact", { Id: id.c1, Name: "Zoe", Email: "zoe@acme.com", AccountId: id.acme }],
  ["Contact", { Id: id.c2, Name: "Al", AccountId: null }],
  [
    "Opportunity",
    {
      ...{
        Id: id.big,
        Name: "Big",
        Amount: 20000050,
        Probability: 10000,
        CloseDate: "2023-05-01",
        IsWon: 1,
      },
      ...{ CreatedDate: "2023-01-15T23:30:00.000Z", AccountId: id.acme },
    },
  ],
  [
    "Opportunity",
    {
      ...{
        Id: id.small,
        Name: "Small",
        Amount: 100,
        Probability: 2550,
        CloseDate: "2023-04-30",
        IsWon: 1,
      },
      ...{ CreatedDate: "2023-02-15T12:00:00.000Z", AccountId: id.acme },
    },
  ],
  [
    "Opportunity",
    {
      Id: id.open,
      Name: "Open",
      CloseDate: "2022-11-11",
      CreatedDate: "2022-02-15T12:00:00.000Z",
    },
  ],
  [
    "Opportunity_Partner__c",
    {
      Id: id.p1,
      Name: "OP-0001",
      Opportunity__c: id.big,
      Partner__c: id.bank,
      Credit__c: 15000,
    },
  ],
  [
    "Opportunity_Partner__c",
    {
      Id: id.p2,
      Name: "OP-0002",
      Opportunity__c: id.small,
      Partner__c: id.bank,
      Credit__c: 5001,
    },
  ],
];

/** A database with a handful of records. */
export function makeSalesDatabase(): DatabaseSync {
  const db = makeTables(salesSchema);
  for (const [object, row] of ROWS) insertRow(db, salesSchema, object, row);
  return db;
}
