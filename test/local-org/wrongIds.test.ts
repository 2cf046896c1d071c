import { query, restClient } from "../support/restClient.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";

const ACCOUNT = "001000000000001AAA";
const NO_ACCOUNT = "001000000000999AAA";
const CONTACT = "003000000000001AAA";

interface Fault {
  readonly errorCode?: string;
  readonly statusCode?: string;
  readonly message: string;
  readonly fields?: readonly string[];
}

describe("Ids that fit nothing", () => {
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;

  beforeAll(async () => {
    org = await startOrg({
      seed: { Account: ["Id,Name", `${ACCOUNT},Harbor`], Contact: ["Id,LastName", `${CONTACT},Reyes`] },
    });
    call = restClient(org);
  });
  afterAll(() => org.close());

  it.each<[what: string, method: string, path: string, body: object, status: number, fault: Fault]>([
    [
      "a reference to a record of another object",
      "POST",
      "/sobjects/Contact",
      { LastName: "Osei", AccountId: CONTACT },
      400,
      {
        errorCode: "FIELD_INTEGRITY_EXCEPTION",
        message: `Account: id value of incorrect type: ${CONTACT}`,
        fields: ["AccountId"],
      },
    ],
    [
      "a reference to a record that is not there",
      "POST",
      "/sobjects/Contact",
      { LastName: "Osei", AccountId: NO_ACCOUNT },
      400,
      { errorCode: "INVALID_CROSS_REFERENCE_KEY", message: "invalid cross reference id", fields: ["AccountId"] },
    ],
    [
      "an id of one's own for a new record",
      "POST",
      "/sobjects/Account",
      { Id: NO_ACCOUNT, Name: "Own id" },
      400,
      { errorCode: "INVALID_FIELD", message: "The Id field should not be specified in the sobject data." },
    ],
    [
      "the id in the address and in the body",
      "PATCH",
      `/sobjects/Account/${ACCOUNT}`,
      { id: ACCOUNT, Name: "Twice" },
      400,
      { errorCode: "INVALID_FIELD", message: "The Id field should not be specified in the sobject data." },
    ],
    [
      "a record that is not there",
      "PATCH",
      `/sobjects/Account/${NO_ACCOUNT}`,
      { Name: "Nobody" },
      404,
      {
        errorCode: "NOT_FOUND",
        message: `Provided external ID field does not exist or is not accessible: ${NO_ACCOUNT}`,
      },
    ],
    [
      "an id that is none, of an object of the package",
      "DELETE",
      "/sobjects/Partner_Training__c/nobody",
      {},
      400,
      { errorCode: "MALFORMED_ID", message: "Record ID: id value of incorrect type: nobody", fields: ["Id"] },
    ],
  ])("REST refuses %s", async (_what, method, path, body, status, fault) => {
    const answer = await call(path, { method, ...(method === "DELETE" ? {} : { body }) });
    expect([answer.status, answer.body]).toEqual([status, [fault]]);
  });

  it.each<[what: string, method: string, records: object[], fault: Fault]>([
    [
      "an id of one's own for a new record",
      "POST",
      [{ Id: NO_ACCOUNT, Name: "Own id" }],
      { statusCode: "INVALID_FIELD_FOR_INSERT_UPDATE", message: "cannot specify Id in an insert call", fields: ["Id"] },
    ],
    [
      "a record that is not there",
      "PATCH",
      [{ id: NO_ACCOUNT, Name: "Nobody" }],
      { statusCode: "INVALID_CROSS_REFERENCE_KEY", message: "invalid cross reference id", fields: [] },
    ],
    [
      "an id that is none",
      "PATCH",
      [{ id: "nobody", Name: "Nobody" }],
      { statusCode: "MALFORMED_ID", message: "Account ID: id value of incorrect type: nobody", fields: ["Id"] },
    ],
    [
      "a record of another object",
      "PATCH",
      [{ id: CONTACT, Name: "Reyes" }],
      { statusCode: "MALFORMED_ID", message: `Account ID: id value of incorrect type: ${CONTACT}`, fields: ["Id"] },
    ],
  ])("a collection tells of %s, row by row", async (_what, method, records, fault) => {
    const body = { records: records.map((record) => ({ attributes: { type: "Account" }, ...record })) };
    const answer = await call("/composite/sobjects", { method, body });
    expect([answer.status, answer.body]).toEqual([200, [{ success: false, errors: [fault] }]]);
  });

  // https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_delete.htm
  it("a collection to be deleted tells malformed ids from those that no record has", async () => {
    const { body } = await call(`/composite/sobjects?ids=${NO_ACCOUNT},001nobody,nobody`, { method: "DELETE" });
    const malformed = (id: string): Fault => ({
      statusCode: "MALFORMED_ID",
      message: `malformed id ${id}`,
      fields: [],
    });
    expect((body as { errors: Fault[] }[]).map(({ errors }) => errors[0])).toEqual([
      { statusCode: "INVALID_CROSS_REFERENCE_KEY", message: "invalid cross reference id", fields: [] },
      malformed("001nobody"),
      malformed("nobody"),
    ]);
  });

  it("saves nothing of all this", async () => {
    expect(await query(call, "SELECT Name FROM Account")).toMatchObject([{ Name: "Harbor" }]);
    expect(await query(call, "SELECT LastName FROM Contact")).toMatchObject([{ LastName: "Reyes" }]);
  });
});
