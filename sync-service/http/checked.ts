/** A part of a request against its schema: every fault named at once, by where it is. */
import type { z } from "zod";
import { HttpProblem } from "./problem.ts";

/** @throws HttpProblem 400 naming each fault. */
export function checked<T>(where: "body" | "path" | "query", schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => ({
    at: [where, ...path.map(String)].join("."),
    message,
  }));
  const list = faults.map(({ at, message }) => `${at}: ${message}`).join("; ");
  throw new HttpProblem(400, "INVALID_REQUEST", `The request is not valid: ${list}`, faults);
}
