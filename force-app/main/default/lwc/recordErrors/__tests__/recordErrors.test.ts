import { readErrors, reduceErrors } from "../recordErrors";

const refused = {
  status: 400,
  body: {
    statusCode: 400,
    message: "An error occurred while trying to update the record. Please try again.",
    output: {
      errors: [{ errorCode: "FIELD_CUSTOM_VALIDATION_EXCEPTION", message: "A decided registration is closed." }],
      fieldErrors: { Decision_Reason__c: [{ message: "Say why." }, { message: "Say why." }] },
    },
  },
};

describe("what the platform answers to a refused save", () => {
  it("tells sentences about the record from sentences about a field", () => {
    expect(readErrors(refused)).toEqual({
      messages: ["A decided registration is closed."],
      byField: { Decision_Reason__c: ["Say why.", "Say why."] },
    });
  });

  it("gives every sentence once", () => {
    expect(reduceErrors(refused)).toEqual(["A decided registration is closed.", "Say why."]);
  });

  it.each([
    ["a body without details", { body: { message: "The record is gone." } }, ["The record is gone."]],
    ["a list of bodies", { body: [{ message: "No access." }, { message: "No access." }] }, ["No access."]],
    ["faults of a query", [{ message: "Unknown field." }, { message: "Too long." }], ["Unknown field.", "Too long."]],
    ["an error of JavaScript", new TypeError("No connection."), ["No connection."]],
    ["an answer with a status alone", { status: 502, statusText: "Bad Gateway" }, ["Bad Gateway"]],
    ["a text", "Try again.", ["Try again."]],
    ["nothing", undefined, []],
  ])("reads %s", (_, thrown, expected) => {
    expect(reduceErrors(thrown)).toEqual(expected);
  });
});
