/** The eARR of an opportunity, R-20. */
import Big from "big.js";
import { attribution, line, opportunity, verdictOn } from "./sampleDeals.ts";

describe("R-20 the opportunity's eARR", () => {
  const ps = "Professional Services";
  test.each([
    ["no lines: its own field", [], "500", "500.00", null],
    ["no lines and a field of 0: a figure", [], "0", "0.00", null],
    ["no lines, blank field", [], null, "0.00", "No eARR"],
    ["lines win over the field", [line("Flex", 7)], "500", "7.00", null],
    ["negative lines included", [line("Flex", 7), line("Flex", -9)], null, "-2.00", null],
    ["services left out", [line("Flex", 7), line(ps, 90)], null, "7.00", null],
    ["a line without family is no service", [line(null, 7)], null, "7.00", null],
    ["other lines all blank", [line("Flex", null), line(ps, 5)], "500", "0.00", "No eARR"],
    ["one blank, one given", [line("Flex", null), line("Flex", 5)], null, "5.00", null],
    ["a line of 0 is a figure", [line("Flex", 0)], null, "0.00", null],
    ["services only", [line(ps, 5)], "500", "0.00", "Professional Services Only"],
    ["services only, blank", [line(ps, null)], null, "0.00", "Professional Services Only"],
  ])("R-20 %s", (_case, lines, own, credit, reason) => {
    const deal = opportunity({
      lines,
      earr: own === null ? null : new Big(own),
    });
    const verdict = verdictOn(deal, [attribution()]);
    expect(verdict.creditUsd.toFixed(2)).toBe(credit);
    expect(verdict.reason).toBe(reason);
  });
});
