import Big from "big.js";
import { join } from "node:path";
import { localCredentials } from "../../sync-service/crm/localConnection.ts";
import { openOrg } from "../../sync-service/crm/org.ts";
import { readPolicies } from "../../sync-service/crm/readPolicy.ts";
import { type AttributionExplanation, explainAttribution } from "../../sync-service/program/explainAttribution.ts";
import type { PartnerDecision } from "../../sync-service/program/decision.ts";
import { windowsAsOf } from "../../sync-service/program/windows.ts";
import { decide } from "../../sync-service/run/decide.ts";
import { explainPartner, type PartnerExplanation } from "../../sync-service/run/explainPartner.ts";
import { explanationText } from "../../sync-service/run/explanationText.ts";
import { programDay } from "../../sync-service/run/programDay.ts";
import { readOrg } from "../../sync-service/run/readOrg.ts";
import { silentProgress } from "../../sync-service/run/terminal.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";

const sample = join(import.meta.dirname, "../../data/sample");

describe("The figures of an explanation add up to the decision's, over the whole sample programme", () => {
  let local: TestOrg;
  let decisions: readonly PartnerDecision[];
  const rows = new Map<string, AttributionExplanation[]>();
  const service = () => openOrg(localCredentials(join(local.directory.path, "org", "connection.json")));

  beforeAll(async () => {
    local = await startOrg({ seed: sample });
    const org = service();
    const day = programDay(await readPolicies(org), null, org.clock.now());
    const windows = windowsAsOf(day.asOf, day.policy.trailingWindowDays);
    const facts = await readOrg(org, { scope: { partnerId: null }, asOf: day.asOf, withNames: true }, silentProgress);
    const decided = await decide(facts, day, ({ opportunity, attributions }) => {
      for (const row of attributions) {
        const { partnerId } = row.attribution;
        rows.set(partnerId, [...(rows.get(partnerId) ?? []), explainAttribution(row, opportunity, windows)]);
      }
    });
    decisions = decided.asItIs.filter(({ evaluation }) => evaluation !== null);
  });
  afterAll(() => local.close());

  const sumOf = (partnerId: string, window: AttributionExplanation["windows"][number], of: "creditUsd" | "resoldUsd") =>
    (rows.get(partnerId) ?? [])
      .filter(({ windows }) => windows.includes(window))
      .reduce((sum, row) => sum.plus(row[of]), new Big(0))
      .toFixed(2);

  test.each([
    ["R-10 trailing", "trailing", "creditUsd", "trailingEarr"],
    ["R-25 of it resold", "trailing", "resoldUsd", "trailingResoldEarr"],
    ["R-11 annual window", "annual", "creditUsd", "annualWindowEarr"],
    ["R-11 year to date", "yearToDate", "creditUsd", "yearToDateEarr"],
  ] as const)("%s", (_name, window, of, field) => {
    expect(decisions.length).toBeGreaterThan(50);
    const explained = decisions.map(({ partnerId, partnerName }) => [partnerName, sumOf(partnerId, window, of)]);
    expect(explained).toEqual(decisions.map(({ partnerName, stored }) => [partnerName, stored[field]?.toFixed(2)]));
    expect(explained.filter(([, sum]) => sum !== "0.00").length).toBeGreaterThan(of === "resoldUsd" ? 0 : 5);
  });

  test("R-25 influenced and resold make the whole", () => {
    for (const { stored } of decisions)
      expect(stored.trailingInfluencedEarr?.plus(stored.trailingResoldEarr ?? 0).toFixed(2)).toBe(
        stored.trailingEarr?.toFixed(2),
      );
  });

  test("R-12 closings still to come, and R-27 what is not counted, are as many as the decision says", () => {
    for (const { partnerId, partnerName, evaluation } of decisions) {
      const own = rows.get(partnerId) ?? [];
      const future = own.filter(({ windows }) => windows.includes("future"));
      const { trailing } = windowsAsOf("2023-12-15", 365);
      const excluded = own.filter(
        ({ status, closeDate }) => status === "Excluded" && closeDate >= trailing.start && closeDate <= trailing.end,
      );
      const counts = Object.values(evaluation?.revenue.excludedInTrailing ?? {});
      expect([partnerName, future.length, excluded.length]).toEqual([
        partnerName,
        evaluation?.revenue.futureDeals,
        counts.reduce((sum, deals) => sum + deals, 0),
      ]);
    }
  });

  test.each(["Harborline Digital", "Bellhollow Resale", "Thamesrow Cloud", "Kestrelway Digital"])(
    "%s: what is printed adds up too, line by line, to the total and to the tier's figure",
    async (asked) => {
      const explained: PartnerExplanation = await explainPartner(
        service(),
        { asked, asOf: null, assumptions: [] },
        silentProgress,
      );
      const text = explanationText(explained);
      const table = text.slice(text.indexOf("Counted in the trailing window")).split("\n\n")[0] ?? "";
      const printed = table.split("\n").flatMap((line) => /^ +(\S+) +USD ([\d,.]+)/.exec(line)?.slice(1, 3) ?? []);
      const amounts = printed.filter((_, at) => at % 2 === 1).map((amount) => new Big(amount.replaceAll(",", "")));
      const total = amounts.pop();
      expect(amounts.length).toBeGreaterThan(0);
      expect(amounts.reduce((sum, amount) => sum.plus(amount), new Big(0)).toFixed(2)).toBe(total?.toFixed(2));
      expect(total?.toFixed(2)).toBe(explained.decision.stored.trailingEarr?.toFixed(2));
    },
  );
});
