/** What a person may assume of a partner, as typed: `eARR=50000`, `sales+=1`, `agreement=Resale Partner Addendum`. */
import Big from "big.js";
import { agreementTypes, type AgreementType } from "./standingFacts.ts";

export type Assumption =
  | { readonly kind: "eARR"; readonly isAdded: boolean; readonly usd: Big }
  | { readonly kind: "technical" | "sales"; readonly isAdded: boolean; readonly people: number }
  | { readonly kind: "agreement"; readonly type: AgreementType }
  | { readonly kind: "invitation"; readonly benefitKey: string };

const settable =
  "what can be assumed: eARR=50000 (US dollars over the trailing window), technical=3, sales=1 (people); " +
  "each with = for a total or += to add to it; " +
  `agreement=NAME (${agreementTypes.join(", ")}); invitation=BENEFIT_KEY`;

/** @throws RangeError saying what is wrong and what can be set. */
export function parseAssumption(text: string): Assumption {
  const [, name = "", operator, value = ""] = /^\s*([A-Za-z]+)\s*(\+?=)\s*(.*?)\s*$/.exec(text) ?? [];
  const read = readers.get(name.toLowerCase());
  if (!read) throw fault(`"${text}" is no assumption`);
  return read(value, operator === "+=");
}

type Reader = (value: string, isAdded: boolean) => Assumption;

const readers: ReadonlyMap<string, Reader> = new Map(
  Object.entries<Reader>({
    earr: (value, isAdded) => ({ kind: "eARR", isAdded, usd: amount(value, isAdded) }),
    technical: (value, isAdded) => ({ kind: "technical", isAdded, people: wholeNumber(value) }),
    sales: (value, isAdded) => ({ kind: "sales", isAdded, people: wholeNumber(value) }),
    agreement: (value) => ({ kind: "agreement", type: agreementType(value) }),
    invitation: (value) => {
      if (value === "") throw fault("An invitation needs the key of its benefit");
      return { kind: "invitation", benefitKey: value };
    },
  }),
);

/** To add, an amount may be negative: a deal that falls away. */
function amount(value: string, isAdded: boolean): Big {
  if (!/^-?\d{1,15}(\.\d{1,2})?$/.test(value))
    throw fault(`"${value}" is no amount in US dollars, as 50000 or 50000.50`);
  const usd = new Big(value);
  if (usd.lt(0) && !isAdded) throw fault(`A total of ${value} is below 0`);
  return usd;
}

function wholeNumber(value: string): number {
  if (!/^\d{1,5}$/.test(value)) throw fault(`"${value}" is no number of people`);
  return Number(value);
}

function agreementType(value: string): AgreementType {
  const found = agreementTypes.find((type) => type.toLowerCase() === value.toLowerCase());
  if (!found) throw fault(`"${value}" is no agreement of the programme`);
  return found;
}

function fault(message: string): RangeError {
  return new RangeError(`${message}; ${settable}`);
}
