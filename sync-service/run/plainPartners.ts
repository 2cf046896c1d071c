/** What judging plain deals needs of partners, by the number that records know them by: looked up once a partner. */
import { dayText } from "../crm/attributionRecord.ts";
import { isResaleAuthorized, type PartnerStanding, resellerProgramKey } from "../program/resale.ts";
import type { CreditContext } from "../program/creditCase.ts";
import type { Day } from "../program/facts.ts";
import type { CaseStore } from "./caseStore.ts";
import type { Ledger, Tally } from "./judge.ts";

export class PlainPartners {
  readonly #idOf: (number: number) => string;
  readonly #tallyOf: Ledger["tallyOf"];
  readonly #standingOf: CreditContext["standingOf"];
  readonly #tallies: (Tally | null)[] = [];
  readonly #resellers: (PartnerStanding | undefined)[] = [];
  readonly #days = new Map<number, Day>();

  constructor({ partners }: CaseStore, { tallyOf }: Ledger, { standingOf }: CreditContext) {
    this.#idOf = (number) => partners.idOf(number);
    this.#tallyOf = tallyOf;
    this.#standingOf = standingOf;
  }

  idOf(partner: number): string {
    return this.#idOf(partner);
  }

  /** null: the account is no partner. */
  tallyAt(partner: number): Tally | null {
    const known = this.#tallies[partner];
    if (known !== undefined) return known;
    for (let number = this.#tallies.length; number <= partner; number += 1)
      this.#tallies.push(this.#tallyOf(this.#idOf(number)));
    return this.#tallies[partner] ?? null;
  }

  /** R-25, on a close day as a number. */
  isResaleAuthorized(partner: number, closeDay: number): boolean {
    const standing = (this.#resellers[partner] ??= this.#resellerAt(partner));
    if (standing.benefits.length === 0) return false;
    let day = this.#days.get(closeDay);
    if (day === undefined) this.#days.set(closeDay, (day = dayText(closeDay)));
    return isResaleAuthorized(this.#idOf(partner), standing, day);
  }

  /** Of seventeen benefits only the one that resale asks for. */
  #resellerAt(partner: number): PartnerStanding {
    const { agreements = [], benefits = [] } = this.#standingOf(this.#idOf(partner)) ?? {};
    return { agreements, benefits: benefits.filter(({ benefitKey }) => benefitKey === resellerProgramKey) };
  }
}
