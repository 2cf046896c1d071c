/** Twilio's users, named by job: the sample invents no employees. */
import type { Cells } from "./csvText.ts";

const jobs: readonly (readonly [label: string, title: string, area: string])[] = [
  ["user-ae-east", "Account Executive", "East"],
  ["user-ae-central", "Account Executive", "Central"],
  ["user-ae-west", "Account Executive", "West"],
  ["user-ae-emea", "Account Executive", "EMEA"],
  ["user-pam-americas", "Partner Account Manager", "Americas"],
  ["user-pam-emea", "Partner Account Manager", "EMEA"],
];

/** Besides those that every local org has, which seeds know by the names of their permission sets. */
export const accountExecutives = [
  "Partner_Account_Executive",
  ...jobs.filter(([, title]) => title === "Account Executive").map(([label]) => label),
];

export const partnerManagers = [
  "Partner_Account_Manager",
  ...jobs.filter(([, title]) => title === "Partner Account Manager").map(([label]) => label),
];

export function staffRows(): Cells[] {
  return jobs.map(([label, title, area]) => {
    const username = `${label.replace("user-", "").replaceAll("-", ".")}@sample.partner-program.example.com`;
    return {
      Id: label,
      Username: username,
      FirstName: title,
      LastName: area,
      Title: title,
      Email: username,
      Alias: label.replace("user-", "").replaceAll("-", "").slice(0, 8),
      IsActive: "true",
      UserType: "Standard",
      TimeZoneSidKey: "America/Los_Angeles",
      LocaleSidKey: "en_US",
      LanguageLocaleKey: "en_US",
      EmailEncodingKey: "UTF-8",
      ProfileId: "Standard User",
    };
  });
}
