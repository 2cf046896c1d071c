/** The companies that buy: invented names, each once. */
import type { Cells } from "./csvText.ts";
import type { Random } from "./random.ts";
import { accountExecutives } from "./staff.ts";

// prettier-ignore
const beginnings = [
  "Amber", "Birch", "Cobalt", "Dapple", "Elder", "Flint", "Garnet", "Hazel", "Indigo", "Jasper", "Kelp", "Linden",
  "Maple", "Nettle", "Opal", "Prairie", "Quartz", "Russet", "Saffron", "Teal", "Umber", "Velvet", "Willow", "Yarrow",
];
const endings = ["bank", "crest", "dale", "field", "gate", "haven", "mere", "ridge", "shore", "stead", "ton", "wharf"];
const trades: readonly (readonly [suffix: string, industry: string])[] = [
  ["Savings Bank", "Banking"],
  ["Health Network", "Healthcare"],
  ["Stores", "Retail"],
  ["Logistics", "Transportation"],
  ["Insurance", "Insurance"],
  ["Energy", "Energy"],
  ["Media", "Media"],
  ["Colleges", "Education"],
  ["Foods", "Agriculture"],
  ["Manufacturing", "Manufacturing"],
];
const places = [
  ["Austin", "United States"],
  ["Columbus", "United States"],
  ["Portland", "United States"],
  ["Toronto", "Canada"],
  ["Leeds", "United Kingdom"],
  ["Cologne", "Germany"],
  ["Lyon", "France"],
] as const;

export interface Customer {
  readonly label: string;
  readonly name: string;
  readonly isEuropean: boolean;
  readonly cells: Cells;
}

/** At most one for each pair of a beginning and an ending. */
export function makeCustomers(random: Random, count: number): Customer[] {
  const stems = beginnings.flatMap((beginning) => endings.map((ending) => `${beginning}${ending}`));
  return Array.from({ length: count }, () => {
    const stem = stems.splice(random.between(0, stems.length - 1), 1)[0] ?? "";
    return makeCustomer(stem, random);
  });
}

function makeCustomer(stem: string, random: Random): Customer {
  const [suffix, industry] = random.pick(trades);
  const [city, country] = random.pick(places);
  const label = `acct-customer-${stem.toLowerCase()}`;
  const name = `${stem} ${suffix}`;
  const cells = {
    Id: label,
    Name: name,
    Type: "Customer - Direct",
    Industry: industry,
    BillingCity: city,
    BillingCountry: country,
    Website: `https://${stem.toLowerCase()}.example`,
    NumberOfEmployees: String(random.between(4, 900) * 10),
    OwnerId: random.pick(accountExecutives),
    CurrencyIsoCode: "USD",
  };
  return { label, name, isEuropean: ["United Kingdom", "Germany", "France"].includes(country), cells };
}
