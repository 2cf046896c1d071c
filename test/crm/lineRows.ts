/** Line items for the page matrix, of about 65 bytes a row. */
import Big from "big.js";
import { makeId } from "../../local-org/records/recordId.ts";
import { linePacker } from "../../sync-service/crm/linePacker.ts";
import { lineAt, lineBit, lineFrom, lineWords } from "../../sync-service/crm/lineRecord.ts";
import { idAt } from "../../sync-service/crm/packedId.ts";
import { lineReader } from "../../sync-service/crm/lineCells.ts";
import type { MatrixKind, MatrixPacking } from "./matrixKind.ts";

/** Some need unescaping, some decoding, some span lines. */
const families = [
  "Communications",
  "",
  "Flex",
  'So-called "Engage"',
  "Zwei\nZeilen, größer",
  "Segment",
  "東京",
  "SendGrid",
];

export const lineRows: MatrixKind = {
  object: "OpportunityLineItem",
  columns: lineReader.columns,
  shape: { words: lineWords, keyAt: lineAt.opportunity },
  cells,
  heldOf: (number) => {
    const [, opportunity, amount, family] = cells(number);
    return textOf(opportunity, amount === "" ? null : new Big(amount), family === "" ? null : family);
  },
  packing,
};

function cells(number: number): [id: string, opportunity: string, amount: string, family: string] {
  const family = families[number % 97 < 90 ? (number % 2) * 2 : number % families.length] ?? "";
  const amount =
    number % 13 === 0 ? "" : `${number % 7 === 0 ? "-" : ""}${number * 37}.${String(number % 100).padStart(2, "0")}`;
  return [makeId("00k", number), makeId("006", number >> 1), amount, family];
}

function packing(): MatrixPacking {
  const known: (string | null)[] = [null];
  const numberOf = (family: string | null) => (known.includes(family) ? known.indexOf(family) : known.push(family) - 1);
  return {
    packer: linePacker(lineReader.read, numberOf),
    clear: (records, from) => {
      if ((records[from + lineAt.flags]! & lineBit.hasEarr) === 0)
        records.fill(0, from + lineAt.earr, from + lineAt.earr + 2);
    },
    textAt: (records, from) => {
      const { earr, family } = lineFrom(records, from, (number) => known[number] ?? null);
      return textOf(idAt(records, from + lineAt.opportunity), earr, family);
    },
  };
}

function textOf(opportunity: string, earr: Big | null, family: string | null): string {
  return JSON.stringify([opportunity, earr?.toFixed() ?? null, family]);
}
