import Big from "big.js";
import { ChangedAccounts } from "../../sync-service/run/changedAccounts.ts";

test("What changes on an account comes back as it was decided, blanks and amounts to the last digit included", () => {
  const accounts = new ChangedAccounts();
  const news = [
    {
      values: { tier: "Gold", trailingEarr: new Big("1234567890123456.78"), technicalResources: 0, nextTier: null },
      explanation: 'Gold for "2023"; s, n and d\nare no kinds.',
    },
    { values: { yearToDateEarr: new Big("-0.5"), activityReview: "2023-Q3" }, explanation: null },
    { values: {}, explanation: "" },
  ] as const;
  const places = news.map((one) => accounts.add(one));
  expect(places.map((place) => accounts.at(place))).toEqual(news);
});
