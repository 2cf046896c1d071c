import { csvText, saveCsv } from "../csvFile";

describe("a list as a file for spreadsheets", () => {
  it("quotes what would break a line, and keeps texts from being formulas", () => {
    expect(
      csvText([
        ["A", "B"],
        ['say "x", y', null],
        ["=1+1", -5],
      ]),
    ).toBe('A,B\r\n"say ""x"", y",\r\n\'=1+1,-5\r\n');
  });

  it("is handed to the browser under its name", () => {
    const clicked: string[] = [];
    const addresses = { createObjectURL: () => "blob:file", revokeObjectURL: jest.fn() };
    Object.assign(URL, addresses);
    jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(this: HTMLAnchorElement) {
      clicked.push(`${this.download} ${this.href}`);
    });
    saveCsv("list.csv", "A\r\n");
    expect(clicked).toEqual(["list.csv blob:file"]);
    expect(addresses.revokeObjectURL).toHaveBeenCalledWith("blob:file");
  });
});
