import type { SessionFacts as OfTheServer } from "../../../pageFacts.ts";

/** What the page carries, and what the browser adds to it. */
export type SessionFacts = OfTheServer & { readonly formFactor: "Large" | "Small" };
