/** Whether a cell holds what was sent, in whichever of its forms the platform gives it back. */
import Big from "big.js";
import type { CellValue } from "./rowWrite.ts";

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/;
const recordId = /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/;
const number = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Fields of money keep two places; the platform rounds what has more. */
const fewestPlaces = 2;

/** `cell` is "" where the field is blank. */
export function isSameValue(sent: CellValue, cell: string): boolean {
  if (sent === null) return cell.trim() === "";
  if (typeof sent === "boolean") return cell === String(sent);
  if (typeof sent !== "string") return isSameNumber(new Big(sent), cell);
  return isSameText(sent, cell);
}

/** Rounding to the places that came back is no difference. */
function isSameNumber(sent: Big, cell: string): boolean {
  if (!number.test(cell)) return false;
  const got = new Big(cell);
  const places = Math.max(fewestPlaces, got.c.length - got.e - 1);
  return sent
    .minus(got)
    .abs()
    .lte(new Big(`5e-${places + 1}`));
}

/** The platform cuts blanks at both ends, and has line ends of its own. */
function isSameText(sent: string, cell: string): boolean {
  const [a, b] = [plain(sent), plain(cell)];
  if (a === b) return true;
  if (instant.test(a) && instant.test(b)) return instantOf(a) === instantOf(b);
  return recordId.test(a) && recordId.test(b) && a.length !== b.length && a.slice(0, 15) === b.slice(0, 15);
}

function plain(text: string): string {
  return text.replaceAll("\r\n", "\n").trim();
}

/** Datetime fields keep whole seconds. REST writes `+0000` where Bulk writes `Z`. */
function instantOf(text: string): number {
  return Math.floor(Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2")) / 1000);
}
