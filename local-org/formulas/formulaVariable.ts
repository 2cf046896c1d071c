import type { FieldType, ObjectSchema } from "../metadata/schema.ts";

/** Where a variable takes its value from. PRIORVALUE() (`prior`) has a value on a new record, $Record__Prior has none. */
export type VariableSource =
  "record" | "prior" | "priorRecord" | "global" | "moment" | "variable" | "isChanged" | "isNew" | "isClone" | "text";

export interface FormulaVariable {
  readonly source: VariableSource;
  /** Names in the schema's spelling; for a text constant, the text. */
  readonly path: readonly string[];
  readonly type: FieldType;
  /** Of ISCHANGED(), the type of the field that it asks about. */
  readonly fieldType?: FieldType;
}

/** A flow's variable, constant or formula: a value, or a record. */
export type ExtraVariable = { readonly type: FieldType } | { readonly object: ObjectSchema };
