/** What a partner's page says of the annual review, and of a membership that is not evaluated. */
import Big from "big.js";
import type { DecisionInput } from "../../sync-service/program/decision.ts";
import { policy2023 } from "./samplePolicy.ts";
import { asOf, partner, revenue, trained } from "./sample.ts";
import { afterRun, decide, input } from "./sampleDecisions.ts";

const told = (given: Partial<DecisionInput>, day = asOf) => decide(given, policy2023, day).stored.explanation ?? "";
const due = { revenue: revenue(200_000, { annualWindow: new Big(20_000) }) };

describe("a partner reads about its annual review", () => {
  test("R-16 due: the result to come, and the move that waits for it", () => {
    const text = told({ ...due, training: trained(10, 5) }, "2024-02-10");
    expect(text).toContain(
      "The annual review after program year 2023 gives Bronze on USD 20,000.00 eARR; provisional until it is published (R-16). " +
        "The move to Silver waits until the annual review is published (R-16).",
    );
  });

  test("R-16 nothing waits where the window gives the tier held", () => {
    expect(told({ ...due, revenue: revenue(0) }, "2024-02-10")).not.toContain("waits");
  });

  test("R-3 where the policy allows one rung a run, nothing waits for a review", () => {
    const slow = { ...policy2023, isSeveralRungsAllowed: false };
    const { stored: after } = decide({ revenue: revenue(1_000_000), training: trained(15, 10) }, slow);
    expect([after.tier, after.explanation?.includes("waits")]).toEqual(["Bronze", false]);
  });

  test("R-17 published and recomputed side by side", () => {
    const facts = { ...due, training: trained(10, 5), publishAnnual: true };
    const after = afterRun(input(facts), decide(facts, policy2023, "2024-02-10"));
    const corrected = { ...after, publishAnnual: false, revenue: revenue(0, { annualWindow: new Big(19_999) }) };
    expect(told(corrected, "2024-05-01")).toContain(
      "The annual review published for 2024 found Bronze on USD 20,000.00 eARR; " +
        "by today's data it would be Registered on USD 19,999.00: nothing changes by itself (R-17).",
    );
  });
});

describe("R-6 an account that is not evaluated reads why", () => {
  test.each([
    ["Applicant", "Applicant: no tier and no benefits until enrolled (R-6)."],
    ["Suspended", "Suspended: tier and figures stay as they are, every benefit is blocked (R-6)."],
    [
      "Deactivated",
      "Deactivated: tier and figures are cleared, every benefit is blocked; on enrolling again the partner starts as Registered (R-6).",
    ],
  ] as const)("R-6 %s", (status, text) => {
    expect(told({ partner: partner({ status }) })).toBe(text);
  });
});
