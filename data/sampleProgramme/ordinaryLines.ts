/** Line items that split a deal's eARR. */
import { centsText } from "./money.ts";
import type { Random } from "./random.ts";
import type { Family, LineSketch } from "./sketches.ts";

const families: readonly (readonly [family: Family, weight: number])[] = [
  ["Communications", 50],
  ["Flex", 20],
  ["SendGrid", 14],
  ["Segment", 11],
  ["Engage", 5],
];

/** One to three lines that add up to the amount, sometimes services on top, sometimes a credit. */
export function ordinaryLines(random: Random, cents: number): LineSketch[] {
  const lines: LineSketch[] = [];
  let left = cents;
  for (let count = random.between(0, 2); count > 0; count -= 1) {
    const part = Math.round(left * 0.4);
    lines.push({ family: random.pickWeighted(families), earr: centsText(part) });
    left -= part;
  }
  lines.push({ family: random.pickWeighted(families), earr: centsText(left) });
  if (random.isTrue(0.25)) lines.push({ family: "Professional Services", earr: centsText(Math.round(cents * 0.2)) });
  if (random.isTrue(0.05)) lines.push({ family: "Communications", earr: centsText(-Math.round(cents * 0.05)) });
  return lines;
}
