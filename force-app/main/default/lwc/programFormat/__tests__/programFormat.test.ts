import { fillCount, fillText, formatChoice, formatCount, formatDay, formatInstant, formatList } from "../programFormat";

const spaced = (text: string): string => text.replaceAll(/\s/g, " ");

describe("what the reader's locale writes", () => {
  it("writes a day as the same day in every zone", () => {
    expect(formatDay("2024-01-01")).toBe("Jan 1, 2024");
    expect(formatDay(null)).toBe("");
  });

  it("writes a moment in the reader's zone", () => {
    expect(spaced(formatInstant("2023-12-15T10:00:00Z"))).toBe("Dec 15, 2023, 2:00 AM");
    expect(formatInstant(undefined)).toBe("");
  });

  it("groups the digits of counts", () => {
    expect(formatCount(12345)).toBe("12,345");
    expect(formatCount(null)).toBe("0");
  });

  it("fills the places of a text in any order and leaves what it was not given", () => {
    expect(fillText("{1} of {0}, {2}", 1234, "five")).toBe("five of 1,234, {2}");
  });

  it("tells one from many", () => {
    expect(fillCount(1, "{0} person", "{0} people")).toBe("1 person");
    expect(fillCount(0, "{0} person", "{0} people")).toBe("0 people");
  });

  it("joins a list as a sentence does", () => {
    expect(formatList(["A", "B", "C"])).toBe("A, B, and C");
    expect(formatChoice(["A", "B", "C"])).toBe("A, B, or C");
  });
});
