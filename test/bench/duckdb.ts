/** DuckDB over the pages' files, the rules in SQL: what others would do, and what results are compared with. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Page } from "./manifest.ts";
import { type Came, manifestOf, type Place, rowsIn } from "./place.ts";

/** The files of the pages straight from disk, and the rules in SQL. */
export async function duckdb({ directory }: Place): Promise<Came> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const db = await instance.connect();
  const listOf = (pages: readonly Page[]) => `[${pages.map(({ file }) => `'${file}'`).join(", ")}]`;
  const { attributions, lines } = manifestOf(directory);
  const scripts = ["macros", "readPages", "verdicts"].map((name) =>
    readFileSync(join(import.meta.dirname, `${name}.sql`), "utf8"),
  );
  await db.run(
    `CREATE MACRO attribution_files() AS ${listOf(attributions)}; CREATE MACRO line_files() AS ${listOf(lines)}`,
  );
  await db.run(`CREATE MACRO seed_file(name) AS '${join(directory, "seed")}/' || name || '.csv'`);
  await db.run(`CREATE MACRO partner_file() AS '${join(directory, "partners.csv")}'`);
  for (const script of scripts) await db.run(script);
  const reader = await db.runAndReadAll(`
    SELECT partner.id, trailing_influenced::VARCHAR, trailing_resold::VARCHAR, annual_window::VARCHAR, year_to_date::VARCHAR,
      future::VARCHAR, future_deals::VARCHAR FROM partner_figures JOIN partner USING (p)`);
  const differing = await db.runAndReadAll(`
    SELECT count(*)::INTEGER FROM verdict JOIN attribution USING (a)
    WHERE verdict.status <> stored_status OR coalesce(verdict.reason, '') <> stored_reason
      OR verdict.credit <> stored_credit OR verdict.is_unauthorized <> stored_flag`);
  const outcome = { figures: reader.getRows(), differing: Number(differing.getRows()[0]?.[0]) };
  return { rows: rowsIn(directory), calls: 0, outcome };
}
