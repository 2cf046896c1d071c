import { deepAll, deepOne, mount, settled, shownText } from "support/lwcPage";
import PartnerPeopleTable from "../partnerPeopleTable";

const person = {
  id: "003",
  name: "Amy Taylor",
  title: "Solution Engineer",
  technical: { counts: true, text: "Counts" },
  sales: { counts: false, text: "–" },
  short: "Sellers Series 101 makes a sales-trained resource.",
};

describe("the table of people", () => {
  it("names its columns in every cell, for phones", async () => {
    const element = mount("c-partner-people-table", PartnerPeopleTable, { people: [person] });
    expect(deepAll(element, "td").map((cell) => cell.dataset.label)).toEqual([
      "Person",
      "Technical",
      "Sales-trained",
      "One course short",
    ]);
    expect(shownText(element)).toContain("Solution Engineer Counts – Sellers Series 101");
    await expect(element).toBeAccessible();
  });

  it("shows many people a few at a time", async () => {
    const people = Array.from({ length: 30 }, (_, at) => ({ ...person, id: String(at) }));
    const element = mount("c-partner-people-table", PartnerPeopleTable, { people });
    expect(deepAll(element, "tbody tr")).toHaveLength(25);
    deepOne(element, "lightning-button").click();
    await settled();
    expect(deepAll(element, "tbody tr")).toHaveLength(30);
    expect(deepAll(element, "lightning-button")).toHaveLength(0);
  });
});
