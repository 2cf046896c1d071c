/** What judging plain deals needs of partners, by the number that records know them by: looked up once a partner. */
import { dayNumber } from "../crm/attributionRecord.ts";
import type { CreditContext } from "../program/creditCase.ts";
import type { PartnerRevenue } from "../program/partnerRevenue.ts";
import { PlainSums } from "../program/plainSums.ts";
import { type PartnerStanding, resaleChanges, resellerProgramKey } from "../program/resale.ts";
import type { CaseStore } from "./caseStore.ts";

const kind = { unknown: 0, partner: 1, other: 2 } as const;

export class PlainPartners {
  /** Of plain deals only. */
  readonly sums = new PlainSums();
  readonly #cases: CaseStore;
  readonly #standingOf: CreditContext["standingOf"];
  #kinds = new Uint8Array(1024);
  /** Days as numbers on which resale becomes authorised and ends again, in turn. */
  readonly #resale: (readonly number[] | undefined)[] = [];

  constructor(cases: CaseStore, { standingOf }: CreditContext) {
    this.#cases = cases;
    this.#standingOf = standingOf;
  }

  idOf(partner: number): string {
    return this.#cases.packed.partners.idOf(partner);
  }

  /** Whether the account takes part in the programme. */
  isPartner(partner: number): boolean {
    const known = this.#kinds[partner];
    return (known ? known : this.#kindOf(partner)) === kind.partner;
  }

  /** R-25, on a close day as a number. */
  isResaleAuthorized(partner: number, closeDay: number): boolean {
    const changes = (this.#resale[partner] ??= this.#changesOf(partner));
    let isAuthorized = false;
    for (let index = 0; index < changes.length && changes[index]! <= closeDay; index += 1) isAuthorized = !isAuthorized;
    return isAuthorized;
  }

  /** Adds a partner's sums; returns whether a row of it was created in the quarter that counts. */
  addTo(revenue: PartnerRevenue, partnerId: string): boolean {
    const partner = this.#cases.partnerNumber(partnerId);
    this.sums.addTo(revenue, partner);
    return this.sums.wasCreationNoted(partner);
  }

  #kindOf(partner: number): number {
    if (partner >= this.#kinds.length) {
      const larger = new Uint8Array(partner * 2);
      larger.set(this.#kinds);
      this.#kinds = larger;
    }
    return (this.#kinds[partner] = this.#standingOf(this.idOf(partner)) ? kind.partner : kind.other);
  }

  /** Of seventeen benefits only the one that resale asks for. */
  #changesOf(partner: number): readonly number[] {
    const id = this.idOf(partner);
    const { agreements = [], benefits = [] } = this.#standingOf(id) ?? {};
    const standing: PartnerStanding = {
      agreements,
      benefits: benefits.filter(({ benefitKey }) => benefitKey === resellerProgramKey),
    };
    return resaleChanges(id, standing).map(dayNumber);
  }
}
