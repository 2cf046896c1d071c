import type { FieldValue, RecordValues } from "../metadata/schema.ts";
import { SalesforceError } from "../salesforceError.ts";

/** One field that a save set, and who set it: the caller, a default, the platform, a flow. */
export interface FieldChange {
  readonly field: string;
  readonly before: FieldValue;
  readonly after: FieldValue;
  readonly by: string;
}

/** A validation rule that was asked, with the values that it saw. */
export interface RuleRun {
  readonly rule: string;
  readonly formula: string;
  /** True where the rule found fault: its formula holds. */
  readonly isViolated: boolean;
  readonly message: string;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** A flow of the object: where it went, or why it did not start. */
export interface FlowRun {
  readonly flow: string;
  readonly trigger: string;
  readonly started: boolean;
  /** Names of its elements in the order in which they ran, with the outcome that a decision took. */
  readonly path: readonly string[];
  readonly error: string | null;
}

/** What a save must say to have it kept; the names of its parts are those of a trace's JSON. */
export interface WriteHead {
  readonly object: string;
  readonly operation: "create" | "update" | "delete";
  readonly user: string;
  readonly at: string;
}

interface WriteError {
  readonly errorCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

type Outcome = "under way" | "saved" | "refused" | "rolled back";

/** What one record's save or deletion did, in the order in which it happened. */
export class WriteTrace {
  readonly head: WriteHead;
  readonly writes: WriteTrace[] = [];
  readonly #changes: FieldChange[] = [];
  readonly #rules: RuleRun[] = [];
  readonly #flows: FlowRun[] = [];
  #id: string | null;
  #seen: RecordValues;
  #outcome: Outcome = "under way";
  #errors: readonly WriteError[] = [];

  constructor(head: WriteHead, id: string | null, before: RecordValues | null) {
    this.head = head;
    this.#id = id;
    this.#seen = { ...before };
  }

  /** Notes what differs from what was seen last, in the name of whoever ran in between. */
  changedBy(by: string, record: RecordValues): void {
    for (const [field, after] of Object.entries(record)) {
      const before = this.#seen[field] ?? null;
      if (after !== before) this.#changes.push({ field, before, after, by });
    }
    this.#seen = { ...record };
    this.#id = typeof record["Id"] === "string" ? record["Id"] : this.#id;
  }

  rule(run: RuleRun): void {
    this.#rules.push(run);
  }

  flow(run: FlowRun): void {
    this.#flows.push(run);
  }

  saved(): void {
    this.#outcome = "saved";
  }

  refused(error: unknown): void {
    this.#outcome = "refused";
    const message = error instanceof Error ? error.message : String(error);
    this.#errors =
      error instanceof SalesforceError
        ? error.all.map(({ errorCode, message: text, fields }) => ({ errorCode, message: text, fields }))
        : [{ errorCode: "UNKNOWN_EXCEPTION", message, fields: [] }];
  }

  /** Something around it failed afterwards: nothing of it is kept. */
  rolledBack(): void {
    if (this.#outcome === "saved") this.#outcome = "rolled back";
    for (const write of this.writes) write.rolledBack();
  }

  toJSON(): unknown {
    return {
      ...this.head,
      id: this.#id,
      outcome: this.#outcome,
      error: this.#errors[0] ?? null,
      moreErrors: this.#errors.slice(1),
      changes: this.#changes,
      validationRules: this.#rules,
      flows: this.#flows,
      writes: this.writes,
    };
  }
}
