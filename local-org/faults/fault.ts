import type { Endpoint } from "./endpoint.ts";

/** How a connection ends before its time: a reset, or an end that looks orderly. */
export type Break = "reset" | "end";

/** What a fault does on the wire. */
export type Effect =
  /** Answers in the place of the org; nothing is executed. */
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly body: string;
      readonly type: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The connection breaks before anything is executed. */
  | { readonly kind: "refuse"; readonly by: Break }
  /** Nothing comes back, for as long as the client waits; nothing is executed. */
  | { readonly kind: "silence" }
  /** The request is executed, and its answer is lost. */
  | { readonly kind: "lose"; readonly by: Break | "503" | "silence" }
  /** The answer begins, and does not come whole. */
  | { readonly kind: "cut"; readonly by: Break | "silence"; readonly framing: "length" | "chunked" }
  /** The answer is cut at the end of a row, and framed as if it were whole. */
  | { readonly kind: "shorten" }
  /** A zipped answer is damaged; one that is not zipped comes as broken zip. */
  | { readonly kind: "spoilZip" }
  /** The answer comes in crumbs of a few bytes, whole. */
  | { readonly kind: "crumble" }
  /** What a result page says about the next one is wrong. */
  | { readonly kind: "locator"; readonly as: "missing" | "repeated" | "ended" }
  /** The caller's token ends; the org answers for itself. */
  | { readonly kind: "endSession" }
  /** The answer says that so many of the day's calls are used. */
  | { readonly kind: "usage" }
  /** The job ends otherwise than it would, or not at all. */
  | { readonly kind: "job"; readonly state: string; readonly message?: string }
  /** Some rows of a job are not processed. */
  | { readonly kind: "endIngest"; readonly message: string }
  /** A row is refused; `spreads` to all rows saved with it. */
  | { readonly kind: "row"; readonly code: string; readonly message: string; readonly spreads?: boolean }
  /** A share of the rows is not seen any more by those who are no administrators. */
  | { readonly kind: "hide" };

/** A fault of the catalogue. */
export interface Fault {
  readonly effect: Effect;
  /** What it stands for, in a sentence. */
  readonly about: string;
  /** Calls that it can befall. */
  readonly endpoints: readonly Endpoint[];
}
