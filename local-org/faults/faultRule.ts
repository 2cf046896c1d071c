import { z } from "zod";
import { ENDPOINTS } from "./endpoint.ts";
import { FAULT_NAMES, faultOf } from "./faultCatalogue.ts";

const whole = z.int("is no whole number").positive("is not above 0");
const fraction = z.number("is no number").min(0, "is below 0").max(1, "is above 1");

/** What only some faults understand. */
const OPTIONS = {
  at: ["cut", "shorten", "spoilZip"],
  keys: ["row"],
  share: ["hide"],
  used: ["usage"],
  allowed: ["usage"],
  afterRows: ["endIngest"],
} as const satisfies Record<string, readonly string[]>;

const shape = z.strictObject({
  fault: z.enum(FAULT_NAMES, { error: "is no fault; docs/faults.md lists them" }),
  endpoints: z
    .array(z.enum(ENDPOINTS, { error: `is none of ${ENDPOINTS.join(", ")}` }))
    .min(1, "is empty")
    .optional(),
  object: z.string().min(1, "is blank").optional(),
  nth: whole.optional(),
  every: whole.optional(),
  probability: fraction.optional(),
  seed: z.int("is no whole number").default(1),
  times: z.union([whole, z.literal("always")], { error: 'is neither a whole number above 0 nor "always"' }).optional(),
  at: fraction.optional(),
  keys: z.array(z.string()).min(1, "is empty").optional(),
  share: fraction.optional(),
  used: z.int("is no whole number").nonnegative("is below 0").optional(),
  allowed: whole.optional(),
  afterRows: z.int("is no whole number").nonnegative("is below 0").optional(),
});

/** When which fault befalls which calls, or which rows. */
export type FaultRule = z.output<typeof shape>;

const checked = shape.superRefine((rule, context) => {
  const { effect, endpoints } = faultOf(rule.fault);
  const fail = (path: string, message: string): void => context.addIssue({ code: "custom", path: [path], message });
  const triggers = (["nth", "every", "probability"] as const).filter((name) => rule[name] !== undefined);
  if (triggers.length > 1) fail(triggers[1]!, `excludes ${triggers[0]!}`);
  for (const endpoint of rule.endpoints ?? [])
    if (!(endpoints as readonly string[]).includes(endpoint))
      fail("endpoints", `${endpoint} is no call that ${rule.fault} can befall; it can ${endpoints.join(", ")}`);
  for (const [name, kinds] of Object.entries(OPTIONS))
    if (rule[name as keyof typeof OPTIONS] !== undefined && !(kinds as readonly string[]).includes(effect.kind))
      fail(name, `is nothing that ${rule.fault} understands`);
});

const file = z.strictObject({ rules: z.array(checked) });

/** A list of rules that cannot be followed; the message names every fault in it. */
export class FaultRuleError extends Error {
  readonly code = "FAULT_RULES_INVALID";
}

/** Rules out of JSON, as `{"rules": [{"fault": "row-locked", "every": 5}]}`. Throws a FaultRuleError. */
export function parseFaultRules(json: unknown): readonly FaultRule[] {
  const result = file.safeParse(json);
  if (result.success) return result.data.rules;
  const faults = result.error.issues.map(({ path, message }) => `${path.join(".") || "the document"}: ${message}`);
  throw new FaultRuleError(`The fault rules can't be followed: ${faults.join("; ")}`);
}
