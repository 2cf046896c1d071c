import { signIn } from "../force-app/signIn.ts";
import { restClient, type Answer } from "../support/restClient.ts";
import { flow, rule, writeToolPackage } from "../support/toolPackage.ts";
import { startOrg, TemporaryDirectory, type TestOrg } from "../support/withOrg.ts";

const AT = "<locationX>0</locationX><locationY>0</locationY>";

/** An assignment that adds a letter to the trail. */
function adds(letter: string): string {
  return `<assignments><name>Add</name><label>Add</label>${AT}<assignmentItems><assignToReference>$Record.Trail__c</assignToReference><operator>Assign</operator><value><elementReference>Longer</elementReference></value></assignmentItems></assignments><formulas><name>Longer</name><dataType>String</dataType><expression>{!$Record.Trail__c} + "${letter}"</expression></formulas>`;
}

/** An update of the record itself. */
function notes(name: string, value: string): string {
  return `<recordUpdates><name>${name}</name><label>${name}</label>${AT}<inputAssignments><field>Note__c</field><value>${value}</value></inputAssignments><inputReference>$Record</inputReference></recordUpdates>`;
}

const NOTE = "<stringValue>after the save</stringValue>";
const FAULT = "<elementReference>$Flow.FaultMessage</elementReference>";

/** A contact without a last name: the platform refuses it. */
function createsBadContact(fault: string): string {
  return `<recordCreates><name>Create</name><label>Create</label>${AT}${fault}<inputAssignments><field>FirstName</field><value><stringValue>Ann</stringValue></value></inputAssignments><object>Contact</object></recordCreates>`;
}

const REQUIRED = "Required fields are missing: [LastName]";

describe("record-triggered flows run as the platform runs them", () => {
  const directories: TemporaryDirectory[] = [];
  const orgs: TestOrg[] = [];
  afterAll(async () => {
    for (const org of orgs) await org.close();
    for (const directory of directories) directory.remove();
  });

  async function orgWith(flows: Readonly<Record<string, string>>, more: Record<string, string> = {}): Promise<TestOrg> {
    const directory = new TemporaryDirectory();
    directories.push(directory);
    const files = Object.entries(flows).map(([name, xml]) => [`flows/${name}.flow-meta.xml`, xml]);
    const packageDirectory = writeToolPackage(directory, { ...(Object.fromEntries(files) as object), ...more });
    const org = await startOrg({ packageDirectory });
    orgs.push(org);
    return org;
  }

  async function create(org: TestOrg, values: object = {}): Promise<Answer> {
    return restClient(org)("/sobjects/Tool__c", { method: "POST", body: { Name: "saw", Trail__c: "-", ...values } });
  }

  async function saved(org: TestOrg, created: Answer): Promise<Record<string, unknown>> {
    const { id } = created.body as { id: string };
    return (await restClient(org)(`/sobjects/Tool__c/${id}`)).body as Record<string, unknown>;
  }

  it("runs before-save flows in the order that they state, and those without one last, by name", async () => {
    const before = { trigger: "RecordBeforeSave", first: "Add" } as const;
    const org = await orgWith({
      Alpha: flow({ ...before, elements: adds("3") }),
      Beta: flow({ ...before, order: 2, elements: adds("2") }),
      Gamma: flow({ ...before, order: 1, elements: adds("1") }),
      Omega: flow({ ...before, elements: adds("4") }),
    });
    expect(await saved(org, await create(org))).toMatchObject({ Trail__c: "-1234" });
  });

  it("runs before-save flows before validation rules", async () => {
    const org = await orgWith(
      { Stamp: flow({ trigger: "RecordBeforeSave", first: "Add", elements: adds("!") }) },
      { "objects/Tool__c/validationRules/Marked.validationRule-meta.xml": rule("Marked", 'RIGHT(Trail__c, 1) = "!"') },
    );
    const answer = await create(org);
    expect([answer.status, answer.body]).toEqual([400, [expect.objectContaining({ message: "Marked holds." })]]);
  });

  it("runs after-save flows when the record is there, and neither starts itself again", async () => {
    const org = await orgWith({
      Before: flow({ trigger: "RecordBeforeSave", first: "Add", elements: adds("x") }),
      After: flow({ trigger: "RecordAfterSave", first: "Note", elements: notes("Note", NOTE) }),
    });
    // Once for the save that was asked for, once for the update that the after-save flow made.
    expect(await saved(org, await create(org))).toMatchObject({ Trail__c: "-xx", Note__c: "after the save" });
  });

  it("goes on at the fault path of a data element that failed, and the record is saved", async () => {
    const fault = "<faultConnector><targetReference>Explain</targetReference></faultConnector>";
    const elements = createsBadContact(fault) + notes("Explain", FAULT);
    const org = await orgWith({ Careful: flow({ trigger: "RecordAfterSave", first: "Create", elements }) });
    const record = await saved(org, await create(org));
    expect(record["Note__c"]).toContain(REQUIRED);
  });

  it("refuses the save where a data element failed without a fault path, and keeps nothing", async () => {
    const org = await orgWith({
      Careless: flow({ trigger: "RecordAfterSave", first: "Create", elements: createsBadContact("") }),
    });
    const answer = await create(org);
    expect(answer.body).toEqual([
      expect.objectContaining({
        errorCode: "CANNOT_EXECUTE_FLOW_TRIGGER",
        message: expect.stringContaining(REQUIRED) as string,
      }),
    ]);
    const count = await restClient(org)("/query?q=SELECT+COUNT()+FROM+Tool__c");
    expect(count.body).toMatchObject({ totalSize: 0 });
  });

  it("runs what flows do as the system: without regard to what the caller may see or set", async () => {
    const org = await orgWith({
      After: flow({ trigger: "RecordAfterSave", first: "Note", elements: notes("Note", NOTE) }),
    });
    const { accessToken } = await signIn(org, "Tool_User");
    const call = restClient(org, accessToken!);
    const created = await call("/sobjects/Tool__c", { method: "POST", body: { Name: "saw" } });
    expect(created.status).toBe(201);
    expect(await saved(org, created)).toMatchObject({ Note__c: "after the save" });
  });
});
