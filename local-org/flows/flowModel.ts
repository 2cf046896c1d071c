import type { Source } from "../metadata/schema.ts";

/** A value in a flow: a literal, or a reference such as `$Record.Status__c` or the name of a resource. */
export type FlowValue =
  | { readonly kind: "literal"; readonly value: string | boolean | null }
  | { readonly kind: "reference"; readonly path: string };

export interface FlowCondition {
  readonly left: string;
  readonly operator: string;
  readonly right: FlowValue;
}

/** Conditions and how they are joined: `and`, `or`, or a custom logic such as `1 AND (2 OR 3)`. */
export interface FlowLogic {
  readonly logic: string;
  readonly conditions: readonly FlowCondition[];
}

export interface FieldAssignment {
  readonly field: string;
  readonly value: FlowValue;
}

export interface DecisionOutcome {
  readonly name: string;
  readonly when: FlowLogic;
  readonly next: string | null;
}

interface Node {
  readonly name: string;
  readonly next: string | null;
}

export type FlowElement =
  | (Node & {
      readonly kind: "assignment";
      readonly items: readonly { readonly target: string; readonly operator: string; readonly value: FlowValue }[];
    })
  | (Node & { readonly kind: "decision"; readonly outcomes: readonly DecisionOutcome[] })
  | (Node & {
      readonly kind: "lookup";
      readonly object: string;
      readonly when: FlowLogic;
      readonly fault: string | null;
      readonly isFirstOnly: boolean;
      readonly sortField: string | null;
      readonly isDescending: boolean;
    })
  | (Node & {
      readonly kind: "create";
      readonly object: string;
      readonly values: readonly FieldAssignment[];
      readonly fault: string | null;
    })
  | (Node & {
      readonly kind: "update";
      readonly object: string | null;
      readonly recordPath: string | null;
      readonly when: FlowLogic;
      readonly values: readonly FieldAssignment[];
      readonly fault: string | null;
    })
  | (Node & {
      readonly kind: "customError";
      readonly messages: readonly { readonly field: string | null; readonly text: string }[];
    });

export interface Flow {
  readonly name: string;
  readonly object: string;
  readonly trigger: "beforeSave" | "afterSave" | "beforeDelete";
  readonly on: "create" | "update" | "createAndUpdate" | "delete";
  readonly entry: FlowLogic | { readonly formula: string } | null;
  /** Runs on an update only where the entry did not hold before it. */
  readonly isOnlyWhenChangedToMeet: boolean;
  readonly first: string | null;
  readonly elements: ReadonlyMap<string, FlowElement>;
  readonly formulas: ReadonlyMap<string, { readonly text: string; readonly dataType: string; readonly scale: number }>;
  readonly constants: ReadonlyMap<string, string | boolean | null>;
  readonly variables: ReadonlyMap<string, { readonly dataType: string; readonly initial: FlowValue }>;
  readonly textTemplates: ReadonlyMap<string, string>;
  readonly order: number;
  readonly source: Source;
}
