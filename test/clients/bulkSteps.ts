import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ClientStep, noted, pick, queried, result, same, type World } from "./clientStep.ts";

const NAMES = ["Bulk Alpha", "Bulk Beta, Ltd.", 'Bulk "Gamma"'];
const SOQL = "SELECT Name, Phone FROM Account WHERE Name LIKE 'Bulk%' ORDER BY Name";
const sortedNames = [...NAMES].sort();

function csv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [header, ...rows].map((row) => `${row.map(cell).join(",")}\n`).join("");
}

async function bulk(world: World, verb: string, content: string, more: readonly string[] = []): Promise<unknown> {
  const file = world.sf.write(`${verb}.csv`, content);
  return result(world, ["data", verb, "bulk", "--file", file, "--sobject", "Account", "--wait", "5", ...more]);
}

async function idsByName(world: World): Promise<Map<string, string>> {
  const rows = (await queried(world, "SELECT Id, Name FROM Account WHERE Name LIKE 'Bulk%'")) as never as {
    Id: string;
    Name: string;
  }[];
  return new Map(rows.map(({ Id, Name }) => [Name, Id]));
}

export const bulkSteps: readonly ClientStep[] = [
  {
    command: "data import bulk",
    sentence: "creates a row for each line, quotes and commas included",
    run: async (world) => {
      const done = await bulk(
        world,
        "import",
        csv(
          ["Name", "Phone"],
          NAMES.map((name, n) => [name, `+1555000${n}`]),
        ),
      );
      same(pick(done, "processedRecords", "successfulRecords", "failedRecords"), {
        processedRecords: 3,
        successfulRecords: 3,
        failedRecords: 0,
      });
      same(
        await queried(world, SOQL),
        sortedNames.map((Name) => ({ Name, Phone: `+1555000${NAMES.indexOf(Name)}` })),
      );
    },
  },
  {
    command: "data import bulk",
    sentence: "reads other delimiters and line ends",
    run: async (world) => {
      const content = "Name;Phone\r\nDelimited;+1\r\n";
      const more = ["--column-delimiter", "SEMICOLON", "--line-ending", "CRLF"];
      await bulk(world, "import", content, more);
      same(await queried(world, "SELECT Phone FROM Account WHERE Name = 'Delimited'"), [{ Phone: "+1" }]);
    },
  },
  {
    command: "data import bulk",
    sentence: "goes on after a bad row, and says which it was",
    run: async (world) => {
      const file = world.sf.write(
        "mixed.csv",
        csv(
          ["Name", "NumberOfEmployees"],
          [
            ["Mixed", "1"],
            ["Mixed", "many"],
          ],
        ),
      );
      const args = ["data", "import", "bulk", "--file", file, "--sobject", "Account", "--wait", "5"];
      const printed = await world.sf.run([...args, "--json"]);
      if (printed.exitCode === 0) throw new Error("it succeeded, where it had to fail");
      const jobId = /750\w{15}/.exec(JSON.stringify(printed.json))?.[0];
      if (jobId === undefined) throw new Error(`no job id in ${printed.out}`);
      world.notes.set("mixedJob", jobId);
      same((await queried(world, "SELECT Name FROM Account WHERE Name = 'Mixed'")).length, 1);
    },
  },
  {
    command: "data bulk results",
    sentence: "fetches the job's successful and failed rows",
    run: async (world) => {
      const shown = await result(world, ["data", "bulk", "results", "--job-id", noted(world, "mixedJob")]);
      same(pick(shown, "status", "processedRecords", "successfulRecords", "failedRecords"), {
        status: "JobComplete",
        processedRecords: 2,
        successfulRecords: 1,
        failedRecords: 1,
      });
      const failed = readFileSync(join(world.sf.directory, String(shown["failedFilePath"])), "utf8");
      if (!/many/.test(failed)) throw new Error(failed);
    },
  },
  {
    command: "data update bulk",
    sentence: "changes rows by id",
    run: async (world) => {
      const ids = await idsByName(world);
      await bulk(
        world,
        "update",
        csv(
          ["Id", "Phone"],
          [...ids.values()].map((id) => [id, "+44"]),
        ),
      );
      same(
        await queried(world, SOQL),
        sortedNames.map((Name) => ({ Name, Phone: "+44" })),
      );
    },
  },
  {
    command: "data upsert bulk",
    sentence: "updates by id what is there and creates what is not",
    run: async (world) => {
      const ids = await idsByName(world);
      const rows = [...[...ids].map(([name, id]) => [id, name, "+49"]), ["", "Bulk Delta", "+49"]];
      const done = await bulk(world, "upsert", csv(["Id", "Name", "Phone"], rows), ["--external-id", "Id"]);
      same(pick((done as { jobInfo: unknown }).jobInfo, "numberRecordsProcessed", "numberRecordsFailed"), {
        numberRecordsProcessed: 4,
        numberRecordsFailed: 0,
      });
      const names = [...NAMES, "Bulk Delta"].sort();
      same(
        await queried(world, SOQL),
        names.map((Name) => ({ Name, Phone: "+49" })),
      );
    },
  },
  {
    command: "data export bulk",
    sentence: "writes all rows to a CSV file, and to a JSON file",
    run: async (world) => {
      const names = [...NAMES, "Bulk Delta"].sort();
      const args = ["data", "export", "bulk", "--query", SOQL, "--wait", "5", "--output-file"];
      same(pick(await result(world, [...args, "rows.csv"]), "totalSize"), { totalSize: 4 });
      const rows = names.map((name) => `"${name.replaceAll('"', '""')}","+49"\n`).join("");
      same(readFileSync(join(world.sf.directory, "rows.csv"), "utf8"), `"Name","Phone"\n${rows}`);
      await result(world, [...args, "rows.json", "--result-format", "json"]);
      same(
        JSON.parse(readFileSync(join(world.sf.directory, "rows.json"), "utf8")),
        names.map((Name) => ({ Name, Phone: "+49" })),
      );
    },
  },
  {
    command: "data delete bulk",
    sentence: "deletes rows by id",
    run: async (world) => {
      const ids = await idsByName(world);
      await bulk(
        world,
        "delete",
        csv(
          ["Id"],
          [...ids.values()].map((id) => [id]),
        ),
      );
      same(await queried(world, SOQL), []);
    },
  },
];
