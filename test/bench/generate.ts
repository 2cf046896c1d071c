/** A process of its own: makes a programme of a size in DuckDB, and writes what servers and contenders read. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { makeId } from "../../local-org/records/recordId.ts";
import type { Manifest, Page } from "./manifest.ts";
import { writeSmallObjects } from "./smallObjects.ts";

/** About the platform's own. */
const rowsPerPage = 250_000;
/** jsforce reads one page only, and stalls just below a million rows. */
const mostJsforceRows = 900_000;
/** One row in so many holds no verdict yet in the changed programme. */
const changedShare = 100;

/** The first day of the windows as of the day that the bench lives on. */
const firstRecentDay = "2022-01-01";

const attributionColumns = `
  id AS "Id", partner_id AS "Partner__c", source AS "Source__c", role AS "Role__c", instant_text(created_at) AS "CreatedDate",
  status AS "Credit_Status__c", coalesce(reason, '') AS "Credit_Reason__c", cents_text(credit) AS "Credit_eARR__c",
  is_unauthorized::VARCHAR AS "Is_Resale_Unauthorized__c", opportunity_id AS "Opportunity__c", is_won::VARCHAR AS "Opportunity__r.IsWon",
  is_closed::VARCHAR AS "Opportunity__r.IsClosed", closed_on::VARCHAR AS "Opportunity__r.CloseDate",
  coalesce(instant_text(moved_at), '') AS "Opportunity__r.LastStageChangeDate",
  instant_text(opportunity_created_at) AS "Opportunity__r.CreatedDate",
  coalesce(cents_text(earr), '') AS "Opportunity__r.eARR__c", currency AS "Opportunity__r.CurrencyIsoCode"`;
const lineColumns = `
  id AS "Id", opportunity_id AS "OpportunityId", coalesce(cents_text(earr), '') AS "eARR__c",
  coalesce(family, '') AS "Product2.Family"`;

const [directory = "", rows = "0", partners = "0"] = process.argv.slice(2);
await generate(directory, Number(rows), Number(partners));

async function generate(target: string, attributions: number, partnerCount: number): Promise<void> {
  mkdirSync(join(target, "pages"), { recursive: true });
  const instance = await DuckDBInstance.create(join(target, "facts.duckdb"), { memory_limit: "6GB", threads: "2" });
  const db = await instance.connect();
  const opportunities = Math.floor(attributions / 5) * 4 || attributions;
  await db.run(`SET temp_directory = '${join(target, "spill")}'`);
  await db.run(`SET VARIABLE opportunities = ${opportunities}; SET VARIABLE attributions = ${attributions}`);
  await db.run(`SET VARIABLE partners = ${partnerCount}`);
  await writePartnerIds(db, target, partnerCount);
  for (const script of ["macros", "facts", "verdicts"]) await runScript(db, script);
  await db.run(`CREATE TABLE attribution_page AS
    SELECT a AS place, attribution.* EXCLUDE (o, p), verdict.* EXCLUDE (a, o, p), partner.id AS partner_id, opportunity.id AS opportunity_id,
      is_won, is_closed, moved_at, opportunity.created_at AS opportunity_created_at, earr, currency
    FROM attribution JOIN verdict USING (a) JOIN partner ON partner.p = attribution.p
      JOIN opportunity ON opportunity.o = attribution.o`);
  await db.run(`CREATE TABLE recent_page AS
    SELECT (row_number() OVER (ORDER BY place)) - 1 AS place, * EXCLUDE (place) FROM attribution_page
    WHERE NOT is_closed OR closed_on >= DATE '${firstRecentDay}'`);
  await db.run(`CREATE TABLE line_page AS
    SELECT (o // 4) * 2 + l % 2 AS place, line_item.*, opportunity.id AS opportunity_id FROM line_item JOIN opportunity USING (o)`);
  const manifest = await writePages(db, target, attributions);
  await writeSmallObjects(db, join(target, "seed"), partnerCount);
  await copy(
    db,
    "SELECT partner.id, partner_figures.* FROM partner_figures JOIN partner USING (p)",
    join(target, "figures.csv"),
  );
  writeFileSync(join(target, "manifest.json"), JSON.stringify(manifest));
  db.closeSync();
  instance.closeSync();
}

async function writePages(db: DuckDBConnection, target: string, attributions: number): Promise<Manifest> {
  const file = (name: string) => join(target, "pages", `${name}.csv.gz`);
  const lines = await count(db, "line_page");
  const recent = await count(db, "recent_page");
  const pagesOf = async (name: string, columns: string, table: string, rows: number): Promise<Page[]> => {
    const pages: Page[] = [];
    for (let from = 0; from < rows || from === 0; from += rowsPerPage) {
      const page = { file: file(`${name}-${pages.length}`), rows: Math.min(rowsPerPage, rows - from) };
      const range = `place >= ${from} AND place < ${from + rowsPerPage}`;
      await copy(db, `SELECT ${columns} FROM ${table} WHERE ${range} ORDER BY place`, page.file);
      pages.push(page);
    }
    return pages;
  };
  const changed = Math.min(Math.floor(attributions / changedShare), rowsPerPage);
  const first = Math.min(rowsPerPage, attributions);
  const blanked = `SELECT * REPLACE (
      CASE WHEN a < ${changed} THEN '' ELSE status END AS status, CASE WHEN a < ${changed} THEN NULL ELSE reason END AS reason)
    FROM attribution_page WHERE a < ${first}`;
  await copy(db, `SELECT ${attributionColumns} FROM (${blanked}) ORDER BY a`, file("changed"));
  const long = Math.min(mostJsforceRows, attributions);
  await copy(db, `SELECT ${attributionColumns} FROM attribution_page WHERE a < ${long} ORDER BY a`, file("long"));
  return {
    attributions: await pagesOf("attributions", attributionColumns, "attribution_page", attributions),
    lines: await pagesOf("lines", lineColumns, "line_page", lines),
    recent: await pagesOf("recent", attributionColumns, "recent_page", recent),
    changed: { file: file("changed"), rows: first },
    changedRows: changed,
    long: { file: file("long"), rows: long },
  };
}

async function writePartnerIds(db: DuckDBConnection, target: string, partnerCount: number): Promise<void> {
  const lines = Array.from({ length: partnerCount }, (_, p) => `${p},${makeId("001", p + 1)}`);
  writeFileSync(join(target, "partners.csv"), `p,id\n${lines.join("\n")}\n`);
  await db.run(
    `CREATE TABLE partner AS FROM read_csv('${join(target, "partners.csv")}', columns = {'p': 'BIGINT', 'id': 'VARCHAR'})`,
  );
}

async function runScript(db: DuckDBConnection, name: string): Promise<void> {
  await db.run(readFileSync(join(import.meta.dirname, `${name}.sql`), "utf8"));
}

/** Every cell quoted, as Salesforce does it. */
async function copy(db: DuckDBConnection, select: string, file: string): Promise<void> {
  const zip = file.endsWith(".gz") ? ", COMPRESSION gzip" : "";
  await db.run(`COPY (${select}) TO '${file}' (FORMAT csv, HEADER true, FORCE_QUOTE *${zip})`);
}

async function count(db: DuckDBConnection, table: string): Promise<number> {
  const reader = await db.runAndReadAll(`SELECT count(*)::INTEGER FROM ${table}`);
  return Number(reader.getRows()[0]?.[0]);
}
