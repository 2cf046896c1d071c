import { programmeDays } from "./programmeDays.ts";
import { addPapers } from "./randomPapers.ts";
import { addPartner } from "./randomPartner.ts";
import type { ProgrammeFrame } from "./programmeFrame.ts";
import { Random } from "./random.ts";
import { randomCurrencies } from "./randomCurrencies.ts";
import { addDeals } from "./randomDeals.ts";
import { addPeople } from "./randomPeople.ts";
import { addRegistrations } from "./randomRegistrations.ts";
import { SeedRows } from "./seedRows.ts";

export const partnersOfAProgramme = 50;

const families = ["Communications", "Flex", "Segment", "Engage", "SendGrid", "Professional Services", ""];

/** A published review of the past: it decides nothing any more. */
function addHistory({ random, rows, days }: ProgrammeFrame, partner: string): void {
  if (!random.isLucky(10)) return;
  rows.add("Partner_Tier_Review__c", "Review", {
    Partner__c: partner,
    Type__c: random.pick(["Annual", "Mid-Year", "Enrollment"]),
    Status__c: "Published",
    Program_Year__c: String(days.year - 1),
    Tier__c: "Bronze",
    Key__c: `history:${partner}`,
  });
}

/**
 * Writes a random programme of 50 partners into a directory, as a seed, and returns the moment at which its org lives.
 * The same number always gives the same programme; nearly everything in it sits on the edge of a rule.
 */
export function randomProgramme(seed: number, directory: string): { readonly now: string } {
  const random = new Random(seed);
  const rows = new SeedRows();
  const days = programmeDays(seed);
  const currencies = randomCurrencies(rows, random, days, Math.floor(seed / 12) + seed);
  const products = families.map((family) => ({
    family,
    label: rows.add("Product2", "Product", { Name: family === "" ? "Other" : family, Family: family }),
  }));
  const frame: ProgrammeFrame = { random, rows, days, products, currencies, deals: [], registrations: [] };
  for (let number = 1; number <= partnersOfAProgramme; number += 1) {
    const partner = addPartner(frame, number);
    addPeople(frame, partner);
    const before = frame.deals.length;
    addDeals(frame, partner);
    addPapers(frame, partner, frame.deals.slice(before));
    addRegistrations(frame, partner);
    addHistory(frame, partner.label);
  }
  rows.write(directory);
  return { now: days.now };
}
