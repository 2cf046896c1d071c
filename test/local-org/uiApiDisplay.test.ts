import { DisplayFormat } from "../../local-org/api/ui/displayFormat.ts";
import { platformField } from "../../local-org/metadata/systemFields.ts";
import type { FieldType } from "../../local-org/metadata/schema.ts";

const IN_DOLLARS = { locale: "en_US", timeZone: "America/Los_Angeles", isMultiCurrency: false };
const IN_GERMANY = { locale: "de_DE", timeZone: "Europe/Berlin", isMultiCurrency: true };

describe("each user sees values as the user's own locale, time zone and currency write them", () => {
  it.each<[string, FieldType, number, string, string | null, string | null]>([
    ["money", "currency", 2, "1234567.5", "$1,234,567.50", "1.234.567,50 EUR"],
    [
      "money to the last digit",
      "currency",
      2,
      "1234567890123456.78",
      "$1,234,567,890,123,456.78",
      "1.234.567.890.123.456,78 EUR",
    ],
    ["a negative amount", "currency", 0, "-1500", "-$1,500", "-1.500 EUR"],
    ["a number", "double", 1, "1234.5", "1,234.5", "1.234,5"],
    ["a whole number", "int", 0, "12000", "12,000", "12.000"],
    ["a percentage", "percent", 2, "12.5", "12.50%", "12,50%"],
    ["a day", "date", 0, "2024-01-31", "1/31/2024", "31.01.2024"],
    [
      "a moment that falls on another day",
      "datetime",
      0,
      "2024-01-31T23:30:00.000Z",
      "1/31/2024, 3:30 PM",
      "01.02.2024, 00:30",
    ],
    ["text, which shows itself", "string", 0, "text", null, null],
  ])("%s", (_what, type, scale, value, american, german) => {
    const field = platformField("Value", type, { scale });
    const record = { CurrencyIsoCode: "EUR" };
    expect(new DisplayFormat(IN_DOLLARS).show(field, value, record)).toBe(american);
    expect(new DisplayFormat(IN_GERMANY).show(field, value, record)).toBe(german);
  });

  it("shows choices by their labels, and nothing for an empty value", () => {
    const choice = (value: string, label: string) => ({ value, label, isDefault: false, isActive: true });
    const field = platformField("Value", "multipicklist", { picklist: [choice("a", "First"), choice("b", "Second")] });
    const format = new DisplayFormat(IN_DOLLARS);
    expect([format.show(field, "a;b;c", {}), format.show(field, null, {})]).toEqual(["First;Second;c", null]);
  });
});
