/** What judging plain deals needs of partners, by the number that records know them by: looked up once a partner. */
import { dayNumber } from "../crm/attributionRecord.ts";
import type { CreditContext } from "../program/creditCase.ts";
import { PlainSums } from "../program/plainSums.ts";
import { type PartnerStanding, resaleChanges, resellerProgramKey } from "../program/resale.ts";
import type { CaseStore } from "./caseStore.ts";
import type { Ledger } from "./judge.ts";

const kind = { unknown: 0, partner: 1, other: 2 } as const;

export class PlainPartners {
  /** Of plain deals only. */
  readonly sums = new PlainSums();
  readonly #cases: CaseStore;
  readonly #tallyOf: Ledger["tallyOf"];
  readonly #standingOf: CreditContext["standingOf"];
  #kinds = new Uint8Array(1024);
  /** Days as numbers on which resale becomes authorised and ends again, in turn. */
  readonly #resale: (readonly number[] | undefined)[] = [];

  constructor(cases: CaseStore, { tallyOf }: Ledger, { standingOf }: CreditContext) {
    this.#cases = cases;
    this.#tallyOf = tallyOf;
    this.#standingOf = standingOf;
  }

  idOf(partner: number): string {
    return this.#cases.partners.idOf(partner);
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

  /** Hands the sums over to the partners' own. */
  finish(): void {
    for (let partner = 0; partner < this.#cases.partners.size; partner += 1) {
      const tally = this.#tallyOf(this.idOf(partner));
      if (!tally) continue;
      this.sums.addTo(tally.revenue, partner);
      if (this.sums.wasCreationNoted(partner)) tally.wasAttributionCreated = true;
    }
  }

  #kindOf(partner: number): number {
    if (partner >= this.#kinds.length) {
      const larger = new Uint8Array(partner * 2);
      larger.set(this.#kinds);
      this.#kinds = larger;
    }
    return (this.#kinds[partner] = this.#tallyOf(this.idOf(partner)) ? kind.partner : kind.other);
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
