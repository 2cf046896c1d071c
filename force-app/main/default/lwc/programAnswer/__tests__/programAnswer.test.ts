import { answerOf, picksOf, rowsOf, troubleOf } from "../programAnswer";

describe("answers of GraphQL", () => {
  it("hold rows in connections, or none", () => {
    expect(rowsOf({ edges: [{ node: 1 }, { node: 2 }] })).toEqual([1, 2]);
    expect(rowsOf(null)).toEqual([]);
  });

  it("are empty before the first comes", () => {
    expect(answerOf({})).toBeNull();
    expect(answerOf({ data: { uiapi: { query: { Account: 1 } } } })).toEqual({ Account: 1 });
  });

  it.each([
    [[], null],
    [[{ message: "Validation error (FieldUndefined@[uiapi/query/Account/edges/node/X__c])" }], "no-access"],
    [[{ message: "INSUFFICIENT_ACCESS: no read access" }], "no-access"],
    [[{ message: "Failed to fetch" }], "offline"],
    [[{ message: "NetworkError when attempting to fetch resource." }], "offline"],
    [[{ message: "Load failed" }], "offline"],
    [[{ message: "Too many requests." }], "error"],
  ])("tell a lack of rights and of a line from other trouble: %j", (errors, expected) => {
    expect(troubleOf({ errors })).toBe(expected);
  });

  it("are a matter of the line while the browser says that there is none", () => {
    const line = jest.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    expect(troubleOf({ errors: [{ message: "Something." }] })).toBe("offline");
    line.mockRestore();
  });

  it("are shown as far as they go", () => {
    expect(troubleOf({ data: {}, errors: [{ message: "Too many requests." }] })).toBeNull();
  });

  it("hold picks of a list", () => {
    expect(picksOf({ value: "Flex;Segment/Engage" })).toEqual(["Flex", "Segment/Engage"]);
    expect(picksOf({ value: null })).toEqual([]);
  });
});
