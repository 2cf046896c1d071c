import { csvText, saveCsv } from "../csvFile";

describe("a list as a file for spreadsheets", () => {
  it.each([
    ["what would break a line is quoted", 'say "x", y', '"say ""x"", y"'],
    ["nothing is an empty cell", null, ""],
    ["a formula is kept from being one", "=1+1", "'=1+1"],
    ["so is one that begins like a number", "-1+A1", "'-1+A1"],
    ["so is one behind a sign", "+cmd", "'+cmd"],
    ["a number stays one", -5, "-5"],
    ["so does an amount", "-1234.50", "-1234.50"],
  ])("%s", (_, value, expected) => {
    expect(csvText([["A"], [value]])).toBe(`\uFEFFA\r\n${expected}\r\n`);
  });

  it("is handed to the browser under its name", () => {
    const clicked: string[] = [];
    const kinds: string[] = [];
    const createObjectURL = ({ type }: Blob): string => `blob:file${kinds.push(type) > 1 ? "s" : ""}`;
    const addresses = { createObjectURL, revokeObjectURL: jest.fn() };
    Object.assign(URL, addresses);
    jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(this: HTMLAnchorElement) {
      clicked.push(`${this.download} ${this.href}`);
    });
    saveCsv("list.csv", "A\r\n");
    // The one kind of text that Lightning Web Security lets through untouched.
    expect(kinds).toEqual(["text/plain;charset=utf-8"]);
    expect(clicked).toEqual(["list.csv blob:file"]);
    expect(addresses.revokeObjectURL).toHaveBeenCalledWith("blob:file");
  });
});
