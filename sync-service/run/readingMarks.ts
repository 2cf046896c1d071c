/** What a run's record keeps of how the deals were read, for the next run to choose and to compare by. */
import { z } from "zod";

const counts = z.record(z.string(), z.number());

export const readingMarks = z.object({
  kind: z.enum(["Full", "Filtered"]),
  /** When the last full reading began, by the org's clock: this one or an earlier one. */
  fullAt: z.number(),
  /** The day from which deals are read every night. */
  from: z.iso.date(),
  /** SHA-256 of the policy. */
  policy: z.string(),
  /** Rows of the last full reading, by kind. */
  fullRows: counts,
  /** Rows of deals that are read every night, by kind: comparable while `from` is the same. */
  nightlyRows: counts,
});

export type ReadingMarks = z.infer<typeof readingMarks>;
