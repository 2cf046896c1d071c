/** Every named partner of the sample, by subject. `data/README.md` is made from this list. */
import type { Scenario } from "../scenario.ts";
import { benefitScenarios } from "./benefitScenarios.ts";
import { designationScenarios } from "./designationScenarios.ts";
import { membershipScenarios } from "./membershipScenarios.ts";
import { participationScenarios } from "./participationScenarios.ts";
import { registrationLifeScenarios } from "./registrationLifeScenarios.ts";
import { registrationScenarios } from "./registrationScenarios.ts";
import { resaleScenarios } from "./resaleScenarios.ts";
import { revenueScenarios } from "./revenueScenarios.ts";
import { standingScenarios } from "./standingScenarios.ts";
import { tierScenarios } from "./tierScenarios.ts";
import { windowScenarios } from "./windowScenarios.ts";

export interface Chapter {
  readonly title: string;
  readonly scenarios: readonly Scenario[];
}

export const chapters: readonly Chapter[] = [
  { title: "Tiers and requirements", scenarios: tierScenarios },
  { title: "Training and agreements", scenarios: standingScenarios },
  { title: "Enrolment, designation, history", scenarios: designationScenarios },
  { title: "Windows", scenarios: windowScenarios },
  { title: "Revenue", scenarios: revenueScenarios },
  { title: "Participation", scenarios: participationScenarios },
  { title: "Deal registrations", scenarios: [...registrationScenarios, ...registrationLifeScenarios] },
  { title: "Resale and funds", scenarios: resaleScenarios },
  { title: "Benefits and focus", scenarios: benefitScenarios },
  { title: "Membership and activity", scenarios: membershipScenarios },
];

export const allScenarios: readonly Scenario[] = chapters.flatMap((chapter) => chapter.scenarios);
