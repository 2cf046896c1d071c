/** Attributions with their opportunities for the page matrix, of about 250 bytes a row. */
import Big from "big.js";
import { makeId } from "../../local-org/records/recordId.ts";
import { attributionPacker } from "../../sync-service/crm/attributionPacker.ts";
import {
  at,
  attributionAt,
  attributionWords,
  bit,
  creditReasons,
  creditStatuses,
  opportunityAt,
} from "../../sync-service/crm/attributionRecord.ts";
import { IdNumbers } from "../../sync-service/crm/idNumbers.ts";
import { idAt } from "../../sync-service/crm/packedId.ts";
import { attributionReader as readerFor } from "../../sync-service/crm/attributionCells.ts";
import type { MatrixKind, MatrixPacking } from "./matrixKind.ts";

/** As a night reads an org with several currencies. */
const options = { isMultiCurrency: true, withName: false };
const reader = readerFor(options);
const currencies = ["USD", "EUR", "JPY", "GBP", ""];
const day = 86_400_000;
const firstDay = Date.UTC(2019, 0, 1);
const epoch = "1970-01-01T00:00:00.000Z";

export const attributionRows: MatrixKind = {
  object: "Opportunity_Partner__c",
  columns: reader.columns,
  shape: { words: attributionWords, keyAt: at.opportunity },
  cells,
  heldOf,
  packing,
};

/** One row in fifteen or so has cells that Bulk may write, and that are not read straight from bytes. */
function cells(number: number): readonly string[] {
  const created = firstDay + ((number * 7919) % 2500) * day + number * 1009;
  const isOdd = number % 97 >= 90;
  return [
    makeId("a0B", number),
    makeId("001", (number * 31) % 701),
    number % 3 === 0 ? "Deal Registration" : "Twilio Sales",
    number % 10 === 0 ? "Resold" : "Influenced",
    isOdd && number % 4 === 0 ? "1900-01-01T00:00:00.000Z" : instant(created, isOdd && number % 4 === 1),
    ["", ...creditStatuses][number % 5]!,
    ["", ...creditReasons][number % 8]!,
    number % 11 === 0 ? "" : amount(number * 17, number % 19 === 0),
    String(number % 23 === 0),
    makeId("006", opportunityOf(number)),
    String(number % 2 === 0),
    String(number % 4 < 3),
    new Date(created + 90 * day).toISOString().slice(0, 10),
    number % 6 === 0 ? "" : instant(created + 80 * day + 123, isOdd && number % 4 === 2),
    instant(created - 30 * day, false),
    earr(number, isOdd),
    currencies[number % currencies.length]!,
  ];
}

/** One row in five joins the opportunity of the one before. */
function opportunityOf(number: number): number {
  return number % 5 === 4 ? number - 1 : number;
}

function isRegistered(opportunity: number): boolean {
  return opportunity % 50 === 0;
}

/** REST's form or Bulk's. */
function instant(milliseconds: number, isOfRest: boolean): string {
  const text = new Date(milliseconds).toISOString();
  return isOfRest ? text.replace("Z", "+0000") : text;
}

function amount(units: number, isNegative: boolean): string {
  return `${isNegative ? "-" : ""}${units}.${String(units % 100).padStart(2, "0")}`;
}

function earr(number: number, isOdd: boolean): string {
  if (number % 13 === 0) return "";
  if (isOdd && number % 3 === 0) return `${String(number).padStart(5, "1")}67890123456.78`;
  return isOdd && number % 3 === 1 ? "1.5E7" : amount(number * 37, number % 7 === 0);
}

function heldOf(number: number): string {
  const [id, partner, source, role, created, status, reason, credit, isUnauthorized, opportunity, isWon, ...rest] =
    cells(number);
  const [isClosed, closeDay, stageChanged, opportunityCreated, earr, currency] = rest;
  return JSON.stringify([
    id,
    partner,
    source,
    role,
    plainInstant(created!),
    status,
    reason,
    plainAmount(credit!),
    isUnauthorized,
    opportunity,
    isWon,
    isClosed,
    closeDay,
    plainInstant(stageChanged === "" ? opportunityCreated! : stageChanged!),
    plainAmount(earr!),
    currency,
    isRegistered(opportunityOf(number)),
  ]);
}

/** A record holds no time before 1970. */
function plainInstant(cell: string): string {
  return cell < epoch ? epoch : cell.replace("+0000", "Z");
}

function plainAmount(cell: string): string {
  return cell === "" ? "" : new Big(cell).toFixed();
}

function packing(): MatrixPacking {
  const partners = new IdNumbers();
  const known: (string | null)[] = [null];
  const texts = {
    partnerOf: (number: number) => partners.idOf(number),
    currencyOf: (number: number) => known[number] ?? null,
    nameOf: () => undefined,
  };
  const packer = attributionPacker(reader.read, options, {
    partnerNumber: (first, second, third) => partners.numberOf(first, second, third),
    currencyNumber: (code) => (known.includes(code) ? known.indexOf(code) : known.push(code) - 1),
    // The last word of an id that `makeId` made is its number, of numbers as small as these.
    isRegistered: (words, from) => isRegistered(words[from + 2]!),
    noteName: () => undefined,
  });
  return { packer, clear, textAt: (records, from) => textAt(records, from, texts) };
}

function clear(records: Int32Array, from: number): void {
  const flags = records[from + at.flags]!;
  if ((flags & bit.hasEarr) === 0) records.fill(0, from + at.earr, from + at.earr + 2);
  if ((flags & bit.hasCredit) === 0) records.fill(0, from + at.credit, from + at.credit + 2);
}

function textAt(records: Int32Array, from: number, texts: Parameters<typeof attributionAt>[2]): string {
  const { stored, ...attribution } = attributionAt(records, from, texts);
  const opportunity = opportunityAt(records, from, texts);
  return JSON.stringify([
    attribution.id,
    attribution.partnerId,
    attribution.source,
    attribution.role,
    new Date(attribution.createdAt ?? NaN).toISOString(),
    stored.status ?? "",
    stored.reason ?? "",
    stored.creditUsd?.toFixed() ?? "",
    String(stored.isResaleUnauthorized),
    idAt(records, from + at.opportunity),
    String(opportunity.isWon),
    String(opportunity.isClosed),
    opportunity.closeDate,
    new Date(opportunity.closedAt).toISOString(),
    opportunity.earr?.toFixed() ?? "",
    opportunity.currencyCode ?? "",
    (records[from + at.flags]! & bit.isRegistered) !== 0,
  ]);
}
