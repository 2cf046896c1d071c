import { dayText } from "../../sync-service/program/dayText.ts";

test.each([
  ["2023-12-15", "December 15, 2023"],
  ["2024-02-29", "February 29, 2024"],
  ["2024-01-01", "January 1, 2024"],
])("R-9 %s is the same day in words, wherever the service runs", (day, expected) => {
  expect(dayText(day)).toBe(expected);
});
