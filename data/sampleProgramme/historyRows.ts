/** Reviews of earlier runs that two scenarios rest on: Saltfen Consulting and Emberfold Studio. */
import type { Cells } from "./csvText.ts";

const published = {
  Status__c: "Published",
  Policy__c: "Program_Year_2023",
  CurrencyIsoCode: "USD",
};

export const historyRows: readonly Cells[] = [
  {
    Id: "review-emberfold-2022",
    Partner__c: "acct-emberfold",
    Key__c: "history:emberfold:2022-10-03",
    Type__c: "Mid-Year",
    ...published,
    As_Of_Date__c: "2022-10-03",
    Program_Year__c: "2022",
    Window_Start_Date__c: "2021-10-04",
    Window_End_Date__c: "2022-10-03",
    Previous_Tier__c: "Bronze",
    Tier__c: "Silver",
    Qualified_Tier__c: "Silver",
    eARR__c: "240000.00",
    Technical_Resources__c: "11",
    Sales_Trained_Resources__c: "6",
    Explanation__c: "Recorded before this service was in use.",
    CreatedDate: "2022-10-03T10:00:00Z",
  },
  {
    Id: "review-saltfen-2023",
    Partner__c: "acct-saltfen",
    Key__c: "history:saltfen:annual-2023",
    Type__c: "Annual",
    ...published,
    As_Of_Date__c: "2023-02-15",
    Program_Year__c: "2023",
    Window_Start_Date__c: "2022-01-01",
    Window_End_Date__c: "2022-12-31",
    Previous_Tier__c: "Bronze",
    Tier__c: "Silver",
    Qualified_Tier__c: "Silver",
    eARR__c: "240000.00",
    Technical_Resources__c: "11",
    Sales_Trained_Resources__c: "6",
    Explanation__c: "Recorded before this service was in use.",
    CreatedDate: "2023-02-15T10:00:00Z",
  },
];
