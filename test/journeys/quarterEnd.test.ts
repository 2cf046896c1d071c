import { programOrg } from "./programOrg.ts";

const quietPartner = {
  Id: "p",
  Name: "Quiet",
  Partner_Status__c: "Enrolled",
  Partner_Tier__c: "Registered",
  Partner_Program_Year__c: "2023",
  Partner_Enrolled_Date__c: "2023-01-01",
};

const lostDeal = {
  Id: "o",
  Name: "Lost deal",
  StageName: "Closed Lost",
  CloseDate: "2023-08-01",
  CreatedDate: "2023-07-01T10:00:00Z",
  LastStageChangeDate: "2023-08-01T10:00:00Z",
};

const approvedRegistration = {
  Partner__c: "p",
  Opportunity__c: "o",
  Customer_Name__c: "Customer",
  Status__c: "Approved",
  Submitted_At__c: "2023-07-15T10:00:00Z",
};

test("R-34 R-23 a row that the run adds on the last day of a quarter is activity of that quarter, at once", async () => {
  const seed = { Account: [quietPartner], Opportunity: [lostDeal], Deal_Registration__c: [approvedRegistration] };
  const org = await programOrg(seed, { now: "2024-01-01T06:00:00Z" });
  try {
    expect(await org.run()).toMatchObject({ asOf: "2023-12-31", status: "Completed" });
    const soql = "SELECT Partner_Activity_Review__c FROM Account WHERE Name = 'Quiet'";
    expect(await org.records(soql)).toMatchObject([{ Partner_Activity_Review__c: null }]);
    expect(await org.run()).toMatchObject({ rowsWritten: 0 });
  } finally {
    await org.close();
  }
});
