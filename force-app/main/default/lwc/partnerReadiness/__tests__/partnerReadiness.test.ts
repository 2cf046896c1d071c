import { deepAll, mount, settled, shownText } from "support/lwcPage";
import { NO_ACCESS, answer, refuse } from "support/lwcWire";
import PartnerReadiness from "../partnerReadiness";
import { readiness } from "./data/readiness";

const page = (): HTMLElement => mount("c-partner-readiness", PartnerReadiness, { recordId: "001A" });

const PEOPLE = [
  { name: "Amy", trainings: [["Twilio_Platform", "2021-05-06"] as const] },
  {
    name: "Bo",
    trainings: [["Twilio_Platform", "2021-05-06"] as const, ["Sellers_Series_101", "2021-05-06"] as const],
  },
  { name: "Cem" },
];

describe("people and agreements of a partner", () => {
  it("keep their place with a spinner until the answer is there", async () => {
    const element = page();
    await settled();
    expect(deepAll(element, "lightning-spinner")).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it("say how many count, how many are missing, and who is one course short", async () => {
    const element = page();
    await answer(readiness({ people: PEOPLE, account: { Technical_Resources__c: 2, Sales_Trained_Resources__c: 1 } }));
    const text = shownText(element);
    expect(text).toContain(
      "2 technical resources. 3 missing for Bronze. 1 sales-trained resource. 1 missing for Bronze.",
    );
    expect(text).toContain("1 person is one course short.");
    expect(text).toContain("Solution Engineer Counts – Sellers Series 101 makes a sales-trained resource.");
    expect(text).not.toContain("recalculate");
    await expect(element).toBeAccessible();
  });

  it("say so where training has changed since the figures were calculated", async () => {
    const element = page();
    await answer(readiness({ people: PEOPLE, account: { Technical_Resources__c: 1, Sales_Trained_Resources__c: 1 } }));
    expect(shownText(element)).toContain("By the training recorded now there are 2; recalculate");
  });

  it("warn where nobody holds what the partner's focus asks for (R-29)", async () => {
    const element = page();
    await answer(readiness({ people: PEOPLE, account: { Partner_Focus__c: "Flex;Segment/Engage" } }));
    expect(shownText(element)).toContain("Nobody holds Segment Product Sales Training");
    await expect(element).toBeAccessible();
  });

  it("say that not everybody was read, and that figures are out of date", async () => {
    const element = page();
    await answer(readiness({ people: PEOPLE, total: 2500, hours: 40 }));
    expect(shownText(element)).toContain("3 of 2,500 people were read");
    expect(shownText(element)).toContain("These figures are out of date");
  });

  it.each([
    ["a partner without contacts", readiness(), "Nobody is known at this partner"],
    ["no partner", readiness({ account: { Partner_Status__c: null } }), "This account is not a partner"],
    ["a partner nobody calculated", readiness({ hasRun: false }), "The next nightly run counts the people."],
  ])("say what to do about %s", async (_, data, expected) => {
    const element = page();
    await answer(data);
    expect(shownText(element)).toContain(expected);
    await expect(element).toBeAccessible();
  });

  it("tell lack of access from other trouble", async () => {
    const refused = page();
    await refuse(NO_ACCESS);
    expect(shownText(refused)).toContain("You have no access");
    const broken = page();
    await refuse([{ message: "The server is down for maintenance." }]);
    expect(shownText(broken)).toContain("The server is down for maintenance.");
    await expect(broken).toBeAccessible();
  });
});
