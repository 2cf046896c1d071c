import type { FieldType, ObjectSchema } from "../metadata/schema.ts";

/** Where a formula's variable takes its value from. */
export type VariableSource = "record" | "prior" | "global" | "variable" | "isChanged" | "isNew" | "isClone" | "text";

export interface FormulaVariable {
  readonly source: VariableSource;
  /** Names in the schema's spelling; for a text constant, the text. */
  readonly path: readonly string[];
  readonly type: FieldType;
}

/** A flow's variable, constant or formula: a value, or a record. */
export type ExtraVariable = { readonly type: FieldType } | { readonly object: ObjectSchema };
