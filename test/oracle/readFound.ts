import { createReadStream } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse";
import type { TestOrg } from "../support/withOrg.ts";
import type { FieldValue } from "./runOracle.ts";
import { comparedFields } from "./seedColumns.ts";

type Cell = string | boolean | null;
type Cells = Readonly<Record<string, Cell>>;

interface Page {
  readonly records: Cells[];
  readonly nextRecordsUrl?: string;
}

/** All rows, deleted ones too, with numbers as the text that came: as doubles, 18 digits lose cents. */
async function query({ connection }: TestOrg, soql: string): Promise<Cells[]> {
  const found: Cells[] = [];
  let path: string | undefined = `/services/data/v66.0/queryAll?q=${encodeURIComponent(soql)}`;
  while (path !== undefined) {
    const answer = await fetch(`${connection.instanceUrl}${path}`, {
      headers: { authorization: `Bearer ${connection.accessToken}` },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${soql}: ${answer.status} ${text}`);
    const page = JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
      typeof value === "number" ? context?.source : value,
    ) as Page;
    found.push(...page.records);
    path = page.nextRecordsUrl;
  }
  return found;
}

async function seedLabels(directory: string, object: string): Promise<string[]> {
  const labels: string[] = [];
  const file = createReadStream(join(directory, `${object}.csv`)).on("error", () => file.destroy());
  const rows = file.pipe(parse({ columns: true, bom: true }));
  file.on("close", () => rows.destroy());
  try {
    for await (const row of rows as AsyncIterable<Record<string, string>>)
      labels.push(row["Id"] || `#${labels.length + 1}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
  return labels;
}

const decimal = /^-?\d+(\.\d+)?(e\+?\d+)?$/i;

/** A value as the oracle writes it: money with two decimals, blank as the empty text. */
function valueText(field: string, value: Cell | undefined): string {
  if (value === null || value === undefined) return "";
  const text = String(value);
  if (!/eARR/.test(field) || !decimal.test(text)) return text.replace(/\.0$/, "");
  const [whole = "0", cents = ""] = text.split(".");
  return `${whole}.${cents.padEnd(2, "0")}`;
}

/** Real id to the seed's label, by the order of the ids: that of the file. */
type Labels = ReadonlyMap<string, string>;

async function labelsOf(org: TestOrg, directory: string, object: string): Promise<Labels> {
  const labels = await seedLabels(directory, object);
  const rows = await query(org, `SELECT Id FROM ${object} ORDER BY Id`);
  if (rows.length < labels.length) throw new Error(`${object}: ${rows.length} rows of ${labels.length} in the seed`);
  return new Map(labels.map((label, index) => [String(rows[index]?.["Id"]), label]));
}

const references = {
  Account: [],
  Opportunity_Partner__c: ["Opportunity__c", "Partner__c"],
  Partner_Benefit__c: ["Partner__c", "Benefit__c"],
  Deal_Registration__c: [],
  Partner_Tier_Review__c: ["Partner__c", "Type__c"],
} as const;

type Compared = keyof typeof comparedFields;

function labelOf(object: Compared, row: Cells, labels: ReadonlyMap<string, Labels>): string | null {
  const own = labels.get(object)?.get(String(row["Id"]));
  const named = (name: string, parent: string): string =>
    labels.get(parent)?.get(String(row[name])) ?? String(row[name]);
  switch (object) {
    case "Account":
    case "Deal_Registration__c":
      return own ?? String(row["Id"]);
    case "Opportunity_Partner__c":
      return own ?? `added ${named("Opportunity__c", "Opportunity")}/${named("Partner__c", "Account")}`;
    case "Partner_Benefit__c":
      return `${named("Partner__c", "Account")}/${String(row["Benefit__c"])}`;
    case "Partner_Tier_Review__c":
      // History of the seed decides nothing: only the run's own reviews are compared.
      return own === undefined ? `${named("Partner__c", "Account")}/${String(row["Type__c"])}` : null;
  }
}

/** What stands in the org after a run, under the seed's labels. Two rows of one label are told apart by a mark. */
export async function readFound(org: TestOrg, directory: string): Promise<FieldValue[]> {
  const labels = new Map<string, Labels>();
  const objects = Object.keys(comparedFields) as Compared[];
  for (const object of [...objects, "Opportunity"]) labels.set(object, await labelsOf(org, directory, object));
  const found: FieldValue[] = [];
  for (const object of objects) {
    const seen = new Set<string>();
    const names = [...new Set<string>([...comparedFields[object], ...references[object]])].join(", ");
    for (const row of await query(org, `SELECT Id, IsDeleted, ${names} FROM ${object} ORDER BY Id`)) {
      const known = labelOf(object, row, labels);
      if (known === null || row["IsDeleted"] === true) continue;
      const label = seen.has(known) ? `${known} (again)` : known;
      seen.add(label);
      for (const field of comparedFields[object])
        found.push({ object, label, field, value: valueText(field, row[field]) });
    }
  }
  return found;
}
