/** The text of `data/README.md`: what the sample is, and which partner shows what. */
import { clock, today } from "./clock.ts";
import { slugOf } from "./addPartnerRows.ts";
import type { Scenario } from "./scenario.ts";
import { chapters, type Chapter } from "./scenarios/allScenarios.ts";

const opening = `# The sample programme

\`data/sample/\` is a whole partner programme in the seed format of the local org: about 60 partners, their customers,
and 2,000 opportunities. Every company and person in it is invented. It lives at ${clock} (\`clock.txt\`): the as-of date
is ${today}, the trailing window begins on 2022-12-16, and the annual window is the calendar year 2022.

\`npm run generate:data\` writes it anew, and this page with it, always the same. Change a scenario in
\`sampleProgramme/scenarios/\`, never a CSV file. Beside its story each scenario holds the facts that are true after a run
(\`expected\`). The opportunities of a story begin with the partner's name; all others are ordinary, and belong to
partners without a story.`;

export function readme(): string {
  return [opening, ...chapters.map(chapterText), ""].join("\n\n").replace(/\n+$/, "\n");
}

function chapterText({ title, scenarios }: Chapter): string {
  return [`## ${title}`, scenarios.map(scenarioText).join("\n")].join("\n\n");
}

function scenarioText({ partner, shows, rules }: Scenario): string {
  return `- **${partner.name}** (\`${slugOf(partner.label)}\`): ${shows} ${rules.join(", ")}`;
}
