/** Both windows, their edges, and what January will do. As of 2023-12-15 the trailing window begins on 2022-12-16. */
import { partner } from "../drawPartner.ts";
import { momentOn } from "../days.ts";
import { won } from "../drawDeal.ts";
import type { Scenario } from "../scenario.ts";

export const windowScenarios: readonly Scenario[] = [
  {
    partner: partner("edgewick", "Edgewick Communications", { tier: "Bronze", technical: 4, salesTrained: 2 }),
    shows:
      "A closing on every edge of both windows, each amount twice the one before, so that every sum tells which deals are in it.",
    rules: ["R-10", "R-11", "R-12"],
    deals: [
      won("a", "last day of 2021", "2021-12-31", "1000.00"),
      won("b", "first day of 2022", "2022-01-01", "2000.00"),
      won("c", "day before the trailing window", "2022-12-15", "4000.00"),
      won("d", "first day of the trailing window", "2022-12-16", "8000.00"),
      won("e", "last day of 2022", "2022-12-31", "16000.00"),
      won("f", "first day of 2023", "2023-01-01", "32000.00"),
      won("g", "the as-of date itself", "2023-12-15", "64000.00", { closedAt: momentOn("2023-12-15", 9, 30) }),
      won("h", "the day after the as-of date", "2023-12-16", "128000.00", { closedAt: momentOn("2023-12-14") }),
    ],
    expected: {
      account: {
        Partner_Tier__c: "Bronze",
        Trailing_eARR__c: "120000.00",
        Annual_Window_eARR__c: "30000.00",
        Year_To_Date_eARR__c: "96000.00",
      },
      credits: [{ deal: "h", status: "Counted", earr: "128000.00" }],
      reviews: [],
    },
  },
  {
    partner: partner("cedarglow", "Cedarglow Solutions", { tier: "Gold", technical: 16, salesTrained: 11 }),
    shows:
      "Gold by a deal of $900,000 closed on 2022-12-20: in the trailing window today, not in calendar year 2023, so January's review will give Silver.",
    rules: ["R-10", "R-11", "R-14", "R-15"],
    deals: [
      won("bigdeal", "national pharmacy chain", "2022-12-20", "900000.00"),
      won("follow-up", "pharmacy chain, second region", "2023-08-17", "350000.00"),
    ],
    expected: {
      account: {
        Partner_Tier__c: "Gold",
        Qualified_Tier__c: "Gold",
        Projected_Annual_Tier__c: "Silver",
        Trailing_eARR__c: "1250000.00",
        Annual_Window_eARR__c: "900000.00",
        Year_To_Date_eARR__c: "350000.00",
      },
      reviews: [],
    },
  },
  {
    partner: partner("lakeshale", "Lakeshale Partners", { tier: "Silver", technical: 10, salesTrained: 5 }),
    shows: "Won in calendar year 2022 only, before the trailing window: Silver until January, when Registered is due.",
    rules: ["R-10", "R-11", "R-14"],
    deals: [
      won("spring", "care line", "2022-03-10", "300000.00"),
      won("autumn", "care line, second phase", "2022-10-20", "300000.00"),
    ],
    expected: {
      account: {
        Partner_Tier__c: "Silver",
        Qualified_Tier__c: "Registered",
        Projected_Annual_Tier__c: "Registered",
        Trailing_eARR__c: "0.00",
        Annual_Window_eARR__c: "600000.00",
        Year_To_Date_eARR__c: "0.00",
      },
      reviews: [],
    },
  },
  {
    partner: partner("tidewell", "Tidewell Services", { tier: "Bronze", technical: 4, salesTrained: 2 }),
    shows:
      "The close date is taken as recorded: one deal of 2022-12-31 was marked won on 3 January (a boundary case), one at 05:00 UTC on 1 January, still 2022 in Los Angeles.",
    rules: ["R-9"],
    deals: [
      won("late-entry", "marked won after the holidays", "2022-12-31", "60000.00", {
        closedAt: momentOn("2023-01-03"),
      }),
      won("new-year-eve", "won in the last hours of the year", "2022-12-31", "20000.00", {
        closedAt: momentOn("2023-01-01", 5),
      }),
    ],
    expected: {
      account: {
        Partner_Tier__c: "Bronze",
        Projected_Annual_Tier__c: "Registered",
        Trailing_eARR__c: "80000.00",
        Annual_Window_eARR__c: "80000.00",
        Year_To_Date_eARR__c: "0.00",
      },
      reviews: [],
    },
  },
  {
    partner: partner("fairhaven-loop", "Fairhaven Loop", { tier: "Bronze", technical: 10, salesTrained: 5 }),
    shows:
      "A deal won already, with a close date still to come (2023-12-29): outside every window, so Silver has to wait for it.",
    rules: ["R-12"],
    deals: [
      won("pilot", "pilot of a city helpline", "2023-05-05", "45000.00"),
      won("rollout", "city helpline, signed early", "2023-12-29", "500000.00", { closedAt: momentOn("2023-12-12") }),
    ],
    expected: {
      explains: ["R-12"],
      account: { Partner_Tier__c: "Bronze", Qualified_Tier__c: "Bronze", Trailing_eARR__c: "45000.00" },
      credits: [{ deal: "rollout", status: "Counted", earr: "500000.00" }],
      reviews: [],
    },
  },
];
