import type { DatabaseSync } from "node:sqlite";
import { makeId } from "../../local-org/records/recordId.ts";
import { salesSchema } from "./salesSchema.ts";
import { insertRow, makeTables, type StoredRow } from "./storedRows.ts";

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
      Id: id.acme,
      Name: "Acme",
      Industry: "Technology",
      AnnualRevenue: 999999999999999999n,
      NumberOfEmployees: 10,
      IsPartner__c: 1,
      Focus__c: "Voice;Flex",
      Enrolled__c: "2023-05-01",
      CreatedDate: "2023-05-01T06:30:00.000Z",
      OwnerId: id.ann,
      Description: "Long",
    },
  ],
  [
    "Account",
    {
      Id: id.bank,
      Name: "Big Bank",
      Industry: "Banking",
      AnnualRevenue: 100,
      NumberOfEmployees: 5,
      Focus__c: "Segment",
      Enrolled__c: "2022-12-31",
      CreatedDate: "2023-05-02T07:00:00.000Z",
      OwnerId: id.bob,
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
      Id: id.big,
      Name: "Big",
      Amount: 20000050,
      Probability: 10000,
      CloseDate: "2023-05-01",
      IsWon: 1,
      CreatedDate: "2023-01-15T23:30:00.000Z",
      AccountId: id.acme,
    },
  ],
  [
    "Opportunity",
    {
      Id: id.small,
      Name: "Small",
      Amount: 100,
      Probability: 2550,
      CloseDate: "2023-04-30",
      IsWon: 1,
      CreatedDate: "2023-02-15T12:00:00.000Z",
      AccountId: id.acme,
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
