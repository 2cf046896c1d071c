import { addDays, type ProgrammeDays } from "./programmeDays.ts";
import type { Random } from "./random.ts";
import type { SeedRows } from "./seedRows.ts";

/** What all parts of a random programme share. */
export interface ProgrammeFrame {
  readonly random: Random;
  readonly rows: SeedRows;
  readonly days: ProgrammeDays;
  /** Every product family's product, and one of no family. */
  readonly products: readonly Product[];
  /** null: an org of one currency. */
  readonly currencies: readonly string[] | null;
  /** Deals so far, for other partners to join. */
  readonly deals: Deal[];
  /** Registrations so far, for links to lead to. */
  readonly registrations: string[];
}

export interface Product {
  readonly label: string;
  readonly family: string;
}

export interface Deal {
  readonly label: string;
  readonly closedAt: string;
  readonly closedOn: string;
  /** Whether a run of one night reads it for sure: open, or closed no longer ago than the windows. */
  readonly isRecent: boolean;
}

/** One partner, as the programme's people know it. */
export interface Partner {
  readonly label: string;
  readonly status: string;
  readonly focus: string;
  /** The tier whose requirements it stands close to: 2 Bronze, 3 Silver, 4 Gold. */
  readonly rung: 2 | 3 | 4;
  /** Which requirement it stands just beside; "quiet" partners do next to nothing. */
  readonly edge: "money" | "technical" | "sales" | "none" | "quiet";
  /** The window whose revenue is exact; null where anything may count. */
  readonly exactWindow: readonly [string, string] | null;
}

/** First and last day of something in force on a day, or just not, most often well within. */
export function spanAround({ random }: ProgrammeFrame, day: string): readonly [string, string] {
  const longAgo = addDays(day, -random.between(30, 900));
  const farOff = random.isLucky(50) ? "" : addDays(day, random.between(30, 900));
  switch (random.weighted({ within: 55, start: 20, end: 20, over: 5 })) {
    case "within":
      return [longAgo, farOff];
    case "start":
      return [addDays(day, random.side()), farOff];
    case "end":
      return [longAgo, addDays(day, random.side())];
    case "over":
      return [addDays(day, -500), addDays(day, -random.between(2, 400))];
  }
}
