/** One product a family, which is all that the programme's rules look at. */
import type { Cells } from "./csvText.ts";
import type { Family } from "./sketches.ts";

const names: Readonly<Record<Family, string>> = {
  Communications: "Programmable messaging and voice",
  Flex: "Flex named user licences",
  Segment: "Segment customer data platform",
  Engage: "Engage premier",
  SendGrid: "SendGrid email delivery",
  "Professional Services": "Implementation services",
};

const families = Object.keys(names) as Family[];

export function productLabel(family: Family): string {
  return `product-${family.toLowerCase().replaceAll(" ", "-")}`;
}

export function productRows(): Cells[] {
  return families.map((family, index) => ({
    Id: productLabel(family),
    Name: names[family],
    ProductCode: `TW-${100 + index}`,
    Family: family,
    IsActive: "true",
    CurrencyIsoCode: "USD",
  }));
}
