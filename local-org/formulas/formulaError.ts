/** A fault in a formula's text, found before it ever runs. The message is meant for whoever wrote it. */
export class FormulaError extends Error {
  readonly formula: string;

  constructor(message: string, formula: string) {
    super(message);
    this.name = "FormulaError";
    this.formula = formula;
  }
}

/** A value with which a formula cannot go on; a field shows it as #Error! */
export class FormulaEvaluationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "FormulaEvaluationError";
  }
}
