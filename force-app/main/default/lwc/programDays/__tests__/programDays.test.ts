import { addBusinessDays, addDays, dayInZone, daysBetween, yearOf } from "../programDays";

describe("calendar days of the programme", () => {
  it.each([
    ["2023-12-31", 1, "2024-01-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2024-12-31", -364, "2024-01-02"],
    ["2023-12-31", -364, "2023-01-01"],
    ["2023-03-12", 1, "2023-03-13"],
  ])("%s and %i days is %s", (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(count);
  });

  it("tells the day of an instant in the programme's zone", () => {
    expect(dayInZone("2024-01-01T07:59:59Z", "America/Los_Angeles")).toBe("2023-12-31");
    expect(dayInZone("2024-01-01T08:00:00Z", "America/Los_Angeles")).toBe("2024-01-01");
  });

  it("tells the year of a day", () => {
    expect(yearOf("2023-12-31")).toBe(2023);
  });

  it.each([
    ["2023-12-14", 2, "2023-12-18"],
    ["2023-12-15", 1, "2023-12-18"],
    ["2023-12-16", 1, "2023-12-18"],
    ["2023-12-11", 5, "2023-12-18"],
    ["2023-12-14", 0, "2023-12-14"],
  ])("%s and %i business days is %s", (day, count, expected) => {
    expect(addBusinessDays(day, count)).toBe(expected);
  });
});
