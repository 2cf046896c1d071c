import { type ClientStep, failure, noted, pick, queried, result, same } from "./clientStep.ts";

const ACCOUNT = { Name: "Northwind Traders", Industry: "Technology", NumberOfEmployees: 250 };

export const recordSteps: readonly ClientStep[] = [
  {
    command: "data create record",
    sentence: "creates a record",
    run: async (world) => {
      const values = `Name='${ACCOUNT.Name}' Industry=${ACCOUNT.Industry} NumberOfEmployees=${ACCOUNT.NumberOfEmployees}`;
      const created = await result(world, ["data", "create", "record", "--sobject", "Account", "--values", values]);
      same(pick(created, "success", "errors"), { success: true, errors: [] });
      if (!/^001\w{15}$/.test(String(created["id"]))) throw new Error(`id ${String(created["id"])}`);
      world.notes.set("account", String(created["id"]));
    },
  },
  {
    command: "data get record",
    sentence: "reads it by id and by its values",
    run: async (world) => {
      const id = noted(world, "account");
      for (const by of [
        ["--record-id", id],
        ["--where", `Name='${ACCOUNT.Name}'`],
      ]) {
        const record = await result(world, ["data", "get", "record", "--sobject", "Account", ...by]);
        same(pick(record, "Id", ...Object.keys(ACCOUNT)), { Id: id, ...ACCOUNT });
      }
    },
  },
  {
    command: "data update record",
    sentence: "changes one value and leaves the others",
    run: async (world) => {
      const id = noted(world, "account");
      const args = ["--sobject", "Account", "--record-id", id, "--values", "NumberOfEmployees=251"];
      same(await result(world, ["data", "update", "record", ...args]), { success: true, id, errors: [] });
      const soql = `SELECT Name, Industry, NumberOfEmployees FROM Account WHERE Id = '${id}'`;
      same(await queried(world, soql), [{ ...ACCOUNT, NumberOfEmployees: 251 }]);
    },
  },
  {
    command: "data create record",
    sentence: "is refused in the words of the package's validation rule, with its field",
    run: async (world) => {
      const values = `AccountId=${noted(world, "account")} LastName=Doe`;
      const contact = await result(world, ["data", "create", "record", "--sobject", "Contact", "--values", values]);
      const training = `Contact__c=${String(contact["id"])} Course__c=Segment_Sales Completed_Date__c=2024-05-02 Expires_Date__c=2024-05-01`;
      const refused = await failure(world, [
        ...["data", "create", "record", "--sobject", "Partner_Training__c", "--values", training],
      ]);
      const message = "The certificate cannot expire before the course was completed. Check both dates.";
      if (!String(refused["message"]).includes(message)) throw new Error(`it said: ${String(refused["message"])}`);
      same(refused["name"], "FIELD_CUSTOM_VALIDATION_EXCEPTION");
    },
  },
  {
    command: "data query",
    sentence: "prints parents, children and aggregates",
    run: async (world) => {
      const id = noted(world, "account");
      const soql = `SELECT Name, Owner.Profile.Name, (SELECT LastName FROM Contacts) FROM Account WHERE Id = '${id}'`;
      const children = { totalSize: 1, done: true, records: [{ LastName: "Doe" }] };
      const owner = { Profile: { Name: "System Administrator" } };
      same(await queried(world, soql), [{ Name: ACCOUNT.Name, Owner: owner, Contacts: children }]);
      const sums = "SELECT Industry, COUNT(Id) accounts, SUM(NumberOfEmployees) FROM Account GROUP BY Industry";
      same(await queried(world, sums), [{ Industry: "Technology", accounts: 1, expr0: 251 }]);
    },
  },
  {
    command: "data query",
    sentence: "prints the same as a table with columns for parents and aggregates",
    run: async (world) => {
      const csv = async (soql: string): Promise<string> =>
        (await world.sf.run(["data", "query", "--result-format", "csv", "--query", soql])).out.trim();
      same(
        await csv("SELECT Name, Owner.Profile.Name FROM Account"),
        `Name,Owner.Profile.Name\n${ACCOUNT.Name},System Administrator`,
      );
      same(
        await csv("SELECT Industry, SUM(NumberOfEmployees), COUNT(Id) accounts FROM Account GROUP BY Industry"),
        "Industry,sum(NumberOfEmployees),accounts\nTechnology,251,1",
      );
    },
  },
  {
    command: "data query",
    sentence: "says what is wrong with a query, and where",
    run: async (world) => {
      const refused = await failure(world, ["data", "query", "--query", "SELECT Nothing FROM Account"]);
      same(refused["name"], "INVALID_FIELD");
      if (!String(refused["message"]).includes("No such column 'Nothing' on entity 'Account'"))
        throw new Error(`it said: ${String(refused["message"])}`);
    },
  },
  {
    command: "data delete record",
    sentence: "deletes it, and it is not found again",
    run: async (world) => {
      const id = noted(world, "account");
      const args = ["--sobject", "Account", "--record-id", id];
      same(pick(await result(world, ["data", "delete", "record", ...args]), "id", "success"), { id, success: true });
      const gone = await failure(world, ["data", "get", "record", ...args]);
      same(gone["name"], "NOT_FOUND");
    },
  },
];
