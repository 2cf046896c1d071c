/** The shapes of the HTTP API: requests are checked by them, and the OpenAPI document is made of them. */
import { z } from "zod";
import "zod-openapi";

const recordId = z
  .string()
  .regex(/^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/, "is no Salesforce record id (15 or 18 letters and digits)");

const calendarDay = z.iso.date("is no day as YYYY-MM-DD");
const instant = z.iso.datetime().nullable();
const count = z.number().int().nullable();

const statuses = [
  "Requested",
  "Running",
  "Completed",
  "Completed With Errors",
  "Held",
  "Superseded",
  "Failed",
] as const;

export const runStatus = z
  .enum(statuses, { error: `is none of ${statuses.join(", ")}` })
  .meta({ description: "Where the run stands" });

export const runListQuery = z.strictObject({
  status: runStatus.optional(),
  limit: z.coerce
    .number("is no number")
    .int("is no whole number")
    .min(1, "is below 1")
    .max(200, "is above 200")
    .default(20)
    .meta({ description: "How many runs, newest first" }),
});

export const runPath = z.strictObject({ id: recordId.meta({ description: "Id of the run's record" }) });

export const runRequestBody = z
  .strictObject({
    partner: z
      .string("is no text")
      .trim()
      .min(1, "is empty")
      .max(255, "is longer than 255 characters")
      .optional()
      .meta({ description: "Id or exact name of the partner account; left out = all partners" }),
  })
  .meta({ id: "RunRequest", description: "A run on demand" });

export const partnerPath = z.strictObject({
  partner: z
    .string()
    .trim()
    .min(1, "is empty")
    .max(255, "is longer than 255 characters")
    .meta({ description: "Id or exact name of the partner account" }),
});

export const explanationQuery = z.strictObject({
  asOf: calendarDay.optional().meta({ description: "The day to explain; left out = today by the org's clock" }),
});

export const run = z
  .object({
    id: z.string(),
    key: z.string().nullable(),
    status: runStatus,
    mode: z.string().nullable(),
    partnerId: z.string().nullable().meta({ description: "null = all partners" }),
    asOfDate: z.string().nullable(),
    requestedAt: z.iso.datetime(),
    startedAt: instant,
    heartbeatAt: instant,
    finishedAt: instant,
    runner: z.string().nullable(),
    partnersEvaluated: count,
    rowsRead: count,
    rowsWritten: count,
    rowsFailed: count,
    summary: z.string().nullable(),
    heldReason: z.string().nullable(),
    planHash: z.string().nullable(),
    approvedPlanHash: z.string().nullable(),
  })
  .meta({ id: "Run", description: "A run's record; null = blank" });

export const runList = z.object({ runs: z.array(run) }).meta({ id: "RunList" });

export const health = z
  .object({ status: z.enum(["ok", "not ready"]), reason: z.string().optional() })
  .meta({ id: "Health" });

export const explanation = z
  .looseObject({
    version: z.literal(1),
    asOf: z.string(),
    policy: z.string(),
    partner: z.object({ id: z.string(), name: z.string() }),
    decision: z.looseObject({}),
    windows: z.looseObject({}),
    attributions: z.array(z.looseObject({})),
    benefits: z.array(z.looseObject({})),
    nearMisses: z.array(z.looseObject({})),
  })
  .meta({ id: "Explanation", description: "What `npm run explain -- PARTNER --json` prints" });

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    faults: z.array(z.object({ at: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457" });
