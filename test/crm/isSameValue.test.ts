import Big from "big.js";
import { isSameValue } from "../../sync-service/crm/isSameValue.ts";
import type { CellValue } from "../../sync-service/crm/rowWrite.ts";

test.each<[what: string, sent: CellValue, cell: string, same: boolean]>([
  ["nothing as nothing", null, "", true],
  ["empty text as nothing", "", "", true],
  ["nothing where something was kept", null, "x", false],
  ["a text that is gone", "Gold", "", false],
  ["a text", "Gold", "Gold", true],
  ["a text whose ends were trimmed", "Gold ", "Gold", true],
  ["another text", "Gold", "Silver", false],
  ["lines with the platform's ends", "a\nb", "a\r\nb", true],
  ["a checkbox", true, "true", true],
  ["a checkbox turned over", true, "false", false],
  ["a whole number", 3, "3.0", true],
  ["another number", 3, "4", false],
  ["a number that is gone", 3, "", false],
  ["an amount with its cents", new Big("420000.5"), "420000.50", true],
  ["an amount rounded to cents", new Big("420000.505"), "420000.51", true],
  ["an amount a cent off", new Big("420000.5"), "420000.51", false],
  ["a large amount in the short form", new Big("99999999999999.99"), "9.999999999999999E13", true],
  ["an id in 15 characters", "001000000000001", "001000000000001AAA", true],
  ["another id", "001000000000001AAA", "001000000000002AAA", false],
  ["a day", "2023-12-15", "2023-12-15", true],
  ["the day after", "2023-12-15", "2023-12-16", false],
  ["an instant in REST's form", "2023-12-15T10:00:00.000Z", "2023-12-15T10:00:00.000+0000", true],
  ["an instant without its milliseconds", "2023-12-15T10:00:00.999Z", "2023-12-15T10:00:00.000+0000", true],
  ["an instant a second off", "2023-12-15T10:00:00Z", "2023-12-15T10:00:01.000+0000", false],
])("read back: %s", (_what, sent, cell, same) => {
  expect(isSameValue(sent, cell)).toBe(same);
});
