import { readPlan } from "../runPlan";

const line = (partnerName: string, tierBefore: string | null, tierAfter: string | null): object => ({
  partnerId: partnerName,
  partnerName,
  tierBefore,
  tierAfter,
  benefitsLost: [],
});

describe("the plan of a held run", () => {
  it("is read into who goes up, who goes down and who stays, by name", () => {
    const lines = [
      line("Zeta", "Gold", "Silver"),
      line("Alpha", "Global Strategic", "Gold"),
      line("Beta", null, "Registered"),
      line("Gamma", "Bronze", "Bronze"),
    ];
    const plan = readPlan(JSON.stringify({ lines, omittedLines: 2 }))!;
    const names = [plan.down, plan.up, plan.same].map((moves) => moves.map(({ partnerName }) => partnerName));
    expect([names, plan.omitted]).toEqual([[["Alpha", "Zeta"], ["Beta"], ["Gamma"]], 2]);
  });

  it.each([null, "", "no JSON", "{}"])("is none where %j is kept", (text) => {
    expect(readPlan(text)).toBeNull();
  });
});
