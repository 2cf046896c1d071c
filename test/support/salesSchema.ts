import type { Schema } from "../../local-org/metadata/schema.ts";
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
