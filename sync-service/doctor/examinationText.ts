/** An examination for a terminal: each check on a line, with what to do below. */
import { wrapped } from "../run/table.ts";
import type { Examination } from "./examine.ts";
import type { Finding, Level } from "./finding.ts";

const marks: Readonly<Record<Level, string>> = { ok: "ok     ", warning: "LOOK   ", fault: "FAULT  " };

export function examinationText({ isFit, findings }: Examination): string {
  return ["", ...findings.flatMap(findingLines), "", `  ${conclusion(isFit, findings)}`, ""].join("\n");
}

function findingLines({ level, check, what, advice }: Finding): string[] {
  const [first = "", ...more] = wrapped(`${check}: ${what}`, "         ");
  return [
    `  ${marks[level]}${first.trimStart()}`,
    ...more,
    ...(advice === null ? [] : wrapped(`-> ${advice}`, "         ")),
  ];
}

function conclusion(isFit: boolean, findings: readonly Finding[]): string {
  if (!isFit) return "A run would fail. Mend the first fault, then look again: it may hide others.";
  const looks = findings.filter(({ level }) => level === "warning").length;
  return looks === 0
    ? "Everything that a run needs is in place."
    : "A run can work. What is marked LOOK is worth a look.";
}
