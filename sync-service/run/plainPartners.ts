/** What judging plain deals needs of partners, by the number that records know them by: looked up once a partner. */
import type { PartnerRevenue } from "../program/partnerRevenue.ts";
import { PlainSums } from "../program/plainSums.ts";
import type { KnownPartners } from "./knownPartners.ts";

const kind = { unknown: 0, partner: 1, other: 2 } as const;

export class PlainPartners {
  /** Of plain deals only. */
  readonly sums = new PlainSums();
  readonly #known: KnownPartners;
  #kinds = new Uint8Array(1024);
  readonly #resale: (readonly number[] | undefined)[] = [];

  constructor(known: KnownPartners) {
    this.#known = known;
  }

  idOf(partner: number): string {
    return this.#known.idOf(partner);
  }

  /** Whether the account takes part in the programme. */
  isPartner(partner: number): boolean {
    const known = this.#kinds[partner];
    return (known ? known : this.#kindOf(partner)) === kind.partner;
  }

  /** R-25, on a close day as a number. */
  isResaleAuthorized(partner: number, closeDay: number): boolean {
    const changes = (this.#resale[partner] ??= this.#known.resaleChanges(partner));
    let isAuthorized = false;
    for (let index = 0; index < changes.length && changes[index]! <= closeDay; index += 1) isAuthorized = !isAuthorized;
    return isAuthorized;
  }

  /** Adds a partner's sums; returns whether a row of it was created in the quarter that counts. */
  addTo(revenue: PartnerRevenue, partner: number): boolean {
    this.sums.addTo(revenue, partner);
    return this.sums.wasCreationNoted(partner);
  }

  #kindOf(partner: number): number {
    if (partner >= this.#kinds.length) {
      const larger = new Uint8Array(partner * 2);
      larger.set(this.#kinds);
      this.#kinds = larger;
    }
    return (this.#kinds[partner] = this.#known.isPartner(partner) ? kind.partner : kind.other);
  }
}
