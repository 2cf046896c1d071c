/** Result pages that come damaged, whatever is tried: every such reading has to be refused, with nothing written. */
import { attribution, type Seed, smallProgram } from "../journeys/programSeed.ts";
import { FaultField, type Rule } from "./faultField.ts";

export interface CutPoint {
  readonly name: string;
  readonly rule: Rule;
  readonly isSilent: boolean;
}

const MANY = 300;
const PAGE = 75;
const PAGES = MANY / PAGE;
/** Share of a body at which it is cut. */
const CUTS = ["reset-length", "reset-chunked", "end-length", "end-chunked", "zip-broken", "clean-end"] as const;
const LOCATORS = ["locator-missing", "locator-repeated", "locator-ended"] as const;
const SILENT = ["stall"] as const;
const SILENCES = 8;

/** So many cut points, spread evenly over kinds, pages and places. */
export function cutPoints(count: number): CutPoint[] {
  const named = [...locatorPoints(), ...silences()];
  const places = Math.max(1, Math.ceil((count - named.length) / CUTS.length));
  const cuts = CUTS.flatMap((fault, kind) =>
    Array.from({ length: places }, (_none, at) => point(fault, 1 + ((at + kind) % PAGES), (at + 0.5) / places)),
  );
  return [...named, ...cuts].slice(0, count);
}

function locatorPoints(): CutPoint[] {
  return LOCATORS.flatMap((fault) =>
    // The first page has no locator to repeat, the last is the end in truth.
    Array.from({ length: PAGES - 2 }, (_none, at) => point(fault, at + 2, null)),
  );
}

function silences(): CutPoint[] {
  return SILENT.flatMap((fault) =>
    Array.from({ length: SILENCES }, (_none, at) => point(fault, 1 + (at % PAGES), (at + 0.5) / SILENCES)),
  );
}

/** From that page on every page is damaged, so that fetching it again does not help. */
function point(fault: string, nth: number, at: number | null): CutPoint {
  const place = at === null ? {} : { at };
  return {
    name: `${fault} at page ${nth}${at === null ? "" : `, ${at.toFixed(3)}`}`,
    rule: { fault, endpoints: ["bulkQueryResults"], nth, times: "always", ...place },
    isSilent: fault === "stall",
  };
}

/** An org whose attributions take several pages of Bulk. */
export function cutField(): Promise<FaultField> {
  return FaultField.open({
    seed: manyAttributions(),
    pageSize: PAGE,
    standing: [{ fault: "query-timeout", endpoints: ["query"], object: "Opportunity_Partner__c", times: "always" }],
  });
}

/** Tries one cut point. Returns what is wrong with it; empty = nothing. */
export async function tryCut(field: FaultField, { rule, isSilent }: CutPoint, untouched: readonly string[]) {
  field.reset();
  const options = isSilent ? { deadlines: { headersMs: 300, bodyMs: 300 } } : {};
  const run = await field.run([rule], options);
  const wrong = run.fired[0] === 0 ? ["no page was damaged"] : [];
  if (run.exitCode === 0) wrong.push("the damage went unseen");
  if (run.state.join("\n") !== untouched.join("\n")) wrong.push("something was written");
  return wrong;
}

function manyAttributions(): Seed {
  const seed = smallProgram();
  const [deal] = seed.Opportunity ?? [];
  const names = Array.from({ length: MANY }, (_none, at) => `Many${at}`);
  return {
    ...seed,
    Opportunity: [
      ...(seed.Opportunity ?? []),
      ...names.map((name) => ({ ...deal, Id: name, Name: `${name}, "große"\nzweite Zeile` })),
    ],
    Opportunity_Partner__c: [
      ...(seed.Opportunity_Partner__c ?? []),
      ...names.map((name) => attribution(name, "Contoso")),
    ],
  };
}
