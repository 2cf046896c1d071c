import { benefitCatalogue } from "../../sync-service/program/benefitCatalogue.ts";
import type { BenefitDecision } from "../../sync-service/program/decision.ts";
import { policy2023 } from "./samplePolicy.ts";

const decided = (benefitKey: string, status: BenefitDecision["status"], reason: string | null): BenefitDecision => ({
  rowId: null,
  partnerId: "p",
  benefitKey,
  status,
  isAvailable: status === "Available",
  reason,
  isChanged: false,
  isLost: false,
  isGained: false,
});

const [first, second, third] = [...policy2023.benefitRules].sort((a, b) => a.order - b.order);

describe("R-33 a benefit is shown with the note on how it is used", () => {
  const policy = {
    ...policy2023,
    benefitRules: [{ ...second!, note: "Ask for it." }, { ...first!, note: null }, third!],
  };

  test("R-33 in the catalogue's order, with label, status, what is in the way and the note", () => {
    const rows = [decided(second!.key, "Available", null), decided(first!.key, "Tier Too Low", "Silver is needed")];
    expect(benefitCatalogue(rows, policy)).toEqual([
      { key: first!.key, label: first!.label, status: "Tier Too Low", reason: "Silver is needed", note: null },
      { key: second!.key, label: second!.label, status: "Available", reason: null, note: "Ask for it." },
    ]);
  });

  test("R-33 rows that stand twice are shown once, and those that the catalogue lacks not at all", () => {
    const rows = [
      decided(first!.key, "Available", null),
      decided(first!.key, "Available", null),
      decided("Gone", "Available", null),
    ];
    expect(benefitCatalogue(rows, policy).map(({ key }) => key)).toEqual([first!.key]);
  });
});
