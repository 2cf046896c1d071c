/** Seed files of everything small: partners with people, papers and invitations, currencies, the registered deals. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { makeId } from "../../local-org/records/recordId.ts";

type Lines = string[];

export async function writeSmallObjects(db: DuckDBConnection, directory: string, partners: number): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const write = (object: string, header: string, lines: Lines) =>
    writeFileSync(join(directory, `${object}.csv`), `${[header, ...lines].join("\n")}\n`);
  const all = Array.from({ length: partners }, (_, p) => p);
  write(
    "Account",
    "Id,Name,Partner_Status__c,Partner_Enrolled_Date__c,Partner_Tier__c,Partner_Program_Year__c",
    all.map((p) => `${idOf(p)},Partner ${p},Enrolled,2022-01-01,Registered,2023`),
  );
  write(
    "Contact",
    "Id,LastName,AccountId",
    all.flatMap((p) => peopleOf(p).map((name) => `${name},${name},${idOf(p)}`)),
  );
  write(
    "Partner_Training__c",
    "Contact__c,Course__c,Completed_Date__c",
    all.flatMap((p) =>
      peopleOf(p).flatMap((name) =>
        ["Twilio_Platform", "Sellers_Series_101"].map((course) => `${name},${course},2023-02-01`),
      ),
    ),
  );
  write(
    "Partner_Agreement__c",
    "Partner__c,Type__c,Effective_Date__c",
    all.flatMap((p) => [
      `${idOf(p)},Baseline Partner Agreement,2022-01-01`,
      ...(mayResell(p) ? [`${idOf(p)},Resale Partner Addendum,2015-01-01`] : []),
    ]),
  );
  write(
    "Partner_Benefit__c",
    "Partner__c,Benefit__c,Invited_Date__c,Key__c",
    all.filter(mayResell).map((p) => `${idOf(p)},Reseller_Program,2015-01-01,${idOf(p)}:Reseller_Program`),
  );
  write("CurrencyType", "IsoCode,ConversionRate,DecimalPlaces,IsActive,IsCorporate", [
    "USD,1,2,true,true",
    "EUR,0.9,2,true,false",
    "GBP,0.8,2,true,false",
    "JPY,130,0,true,false",
  ]);
  write(
    "DatedConversionRate",
    "IsoCode,StartDate,NextStartDate,ConversionRate",
    await linesOf(
      db,
      `SELECT currency || ',' || starts_on || ',' || next_starts_on || ',' || (rate::DECIMAL(20, 6) / 1000000)::DECIMAL(20, 6) FROM dated_rate`,
    ),
  );
  write(
    "Opportunity",
    "Id,Name,StageName,CloseDate,CreatedDate",
    await linesOf(
      db,
      `SELECT DISTINCT opportunity.id || ',Deal,' || CASE WHEN is_won THEN 'Closed Won' WHEN is_closed THEN 'Closed Lost' ELSE 'Prospecting' END
       || ',' || closed_on || ',2015-01-01T00:00:00Z' FROM registration JOIN opportunity USING (o)`,
    ),
  );
  write(
    "Deal_Registration__c",
    "Partner__c,Opportunity__c,Customer_Name__c,Status__c,Submitted_At__c,CreatedDate",
    await linesOf(
      db,
      `SELECT partner.id || ',' || opportunity.id || ',A customer,Approved,2015-01-01T00:00:00Z,2015-01-01T00:00:00Z'
     FROM registration JOIN opportunity USING (o) JOIN partner USING (p)`,
    ),
  );
}

export function idOf(p: number): string {
  return makeId("001", p + 1);
}

function mayResell(p: number): boolean {
  return p % 2 === 0;
}

/** Some have many trained people, most a few. */
function peopleOf(p: number): string[] {
  return Array.from({ length: p % 10 === 0 ? 15 : p % 4 }, (_, person) => `p${p}-${person}`);
}

async function linesOf(db: DuckDBConnection, select: string): Promise<Lines> {
  const reader = await db.runAndReadAll(`SELECT line FROM (${select}) AS lines(line) ORDER BY line`);
  return reader.getRows().map(([line]) => String(line));
}
