import type { Value } from "./formulaValue.ts";

/** When and where a formula runs. */
export interface FormulaMoment {
  readonly now: Date;
  /** IANA name of the user's zone. */
  readonly timeZone: string;
}

/** A function whose arguments are all computed first. */
export type FormulaFunction = (args: readonly Value[], moment: FormulaMoment) => Value;

export type FormulaFunctions = Readonly<Record<string, FormulaFunction>>;
