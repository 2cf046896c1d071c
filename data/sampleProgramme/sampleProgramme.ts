/** The whole sample: the named partners with exactly the deals of their stories, and an ordinary programme around them. */
import { clock } from "./clock.ts";
import { csvText } from "./csvText.ts";
import { currencyRows, rateRows } from "./currencies.ts";
import { makeCustomers, type Customer } from "./makeCustomers.ts";
import { addDealRows } from "./addDealRows.ts";
import { historyRows } from "./historyRows.ts";
import { makeOrdinaryDeal } from "./makeOrdinaryDeal.ts";
import { makeOrdinaryPartners, type OrdinaryPartner } from "./makeOrdinaryPartners.ts";
import { addPartnerRows } from "./addPartnerRows.ts";
import { productRows } from "./products.ts";
import { Random } from "./random.ts";
import { readme } from "./readme.ts";
import { registrationRow } from "./registrationRow.ts";
import type { Scenario } from "./scenario.ts";
import { allScenarios } from "./scenarios/allScenarios.ts";
import { Sheets } from "./sheets.ts";
import { accountExecutives, staffRows } from "./staff.ts";

const seed = 20_231_215;
const customerCount = 240;
const opportunityCount = 2000;

/** Every file of the sample by its path below `data/`. The same on every call. */
export function sampleFiles(): Map<string, string> {
  const sheets = makeSheets();
  const files = new Map([
    ["README.md", readme()],
    ["sample/clock.txt", `${clock}\n`],
  ]);
  for (const object of sheets.objects) files.set(`sample/${object}.csv`, csvText(sheets.rowsOf(object)));
  return files;
}

/** The rows of the sample by object. */
export function makeSheets(): Sheets {
  const random = new Random(seed);
  const sheets = new Sheets();
  sheets.add("User", ...staffRows());
  sheets.add("CurrencyType", ...currencyRows());
  sheets.add("DatedConversionRate", ...rateRows());
  sheets.add("Product2", ...productRows());
  const ordinary = makeOrdinaryPartners(random);
  const sketches = [...allScenarios.map(({ partner }) => partner), ...ordinary.map(({ sketch }) => sketch)];
  sketches.forEach((sketch, index) => addPartnerRows(sheets, sketch, index));
  const customers = makeCustomers(random, customerCount);
  sheets.add("Account", ...customers.map(({ cells }) => cells));
  allScenarios.forEach((scenario, index) => addStory(sheets, scenario, customers.slice(index * 4)));
  addOrdinaryDeals(sheets, random, customers, ordinary);
  sheets.add("Partner_Tier_Review__c", ...historyRows);
  return sheets;
}

/** A scenario's opportunities carry the partner's name, so that people find them. */
function addStory(
  sheets: Sheets,
  { partner, deals, registrations = [] }: Scenario,
  customers: readonly Customer[],
): void {
  deals.forEach((deal, index) => {
    const owner = at(accountExecutives, index);
    const place = { partner: partner.label, customer: at(customers, index), owner };
    addDealRows(sheets, { ...deal, title: `${partner.name}: ${deal.title}` }, place);
  });
  registrations.forEach((sketch, index) => {
    const place = { partner: partner.label, customer: at(customers, index), opportunity: null, deal: null };
    sheets.add("Deal_Registration__c", registrationRow(sketch, place));
  });
}

function addOrdinaryDeals(
  sheets: Sheets,
  random: Random,
  customers: readonly Customer[],
  partners: readonly OrdinaryPartner[],
): void {
  for (let nth = sheets.rowsOf("Opportunity").length; nth < opportunityCount; nth += 1) {
    const { deal, place } = makeOrdinaryDeal(random, nth + 1, customers, partners);
    addDealRows(sheets, deal, place);
  }
}

/** The so-and-so-many-th, beginning again after the last. */
function at<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length];
  if (value === undefined) throw new RangeError("The list is empty");
  return value;
}
