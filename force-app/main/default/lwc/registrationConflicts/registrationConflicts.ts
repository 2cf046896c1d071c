import { LightningElement, api, wire } from "lwc";
import { graphql, type GraphqlDocument, type GraphqlResult } from "lightning/graphql";
import { domainOf } from "c/customerDomain";
import { fillText, formatDay, formatInstant } from "c/programFormat";
import { reduceErrors } from "c/recordErrors";
import type { Registration } from "c/dealRegistrationReview";
import { conflictsQuery } from "./conflictsQuery";
import { label } from "./labels";
import { readConflicts, type Conflict } from "./readConflicts";

interface Row extends Conflict {
  readonly kindText: string;
  readonly when: string;
  readonly productText: string;
  readonly same: readonly string[];
  readonly matchTitle: string;
  readonly isMatchable: boolean;
}

/** What a phone can hold before the decision below is out of reach. */
const FIRST = 5;

const lower = (text: string | null): string => text?.trim().toLowerCase() ?? "";

/** A registration beside whatever may be the same business: deals, closed ones included, and other registrations. */
export default class RegistrationConflicts extends LightningElement {
  @api registration!: Registration;
  /** Whether the reader may match the registration to a deal from here. */
  @api isMatchable = false;

  label = label;
  conflicts: readonly Conflict[] | null = null;
  faults: readonly string[] = [];
  isWhole = false;

  @wire(graphql, { query: "$query", variables: "$variables" })
  takeConflicts({ data, errors }: GraphqlResult): void {
    this.faults = errors ? reduceErrors(errors) : [];
    if (data) this.conflicts = readConflicts(data);
  }

  get domain(): string | null {
    return domainOf(this.registration.domain);
  }

  get query(): GraphqlDocument | undefined {
    return this.isUnnamed ? undefined : conflictsQuery;
  }

  get variables(): Readonly<Record<string, unknown>> {
    // An empty text would find every record that leaves the field blank.
    const customer = this.registration.customer ?? this.domain;
    const domain = this.domain ?? customer;
    return { id: this.registration.id, customer, domain, website: `%${domain}%` };
  }

  get isUnnamed(): boolean {
    return !this.registration.customer && this.domain === null;
  }

  get isLoading(): boolean {
    return !this.isUnnamed && this.conflicts === null && this.faults.length === 0;
  }

  get hasFaults(): boolean {
    return this.faults.length > 0;
  }

  get isEmpty(): boolean {
    return this.conflicts !== null && this.rows.length === 0;
  }

  get rows(): Row[] {
    return this.shown.map((one) => ({
      ...one,
      kindText: this.kindOf(one),
      when: one.kind === "deal" ? formatDay(one.at) : formatInstant(one.at),
      productText: one.products.join(", "),
      same: this.sameAs(one),
      matchTitle: fillText(label.match, one.name),
      isMatchable: this.isMatchable && one.kind === "deal",
    }));
  }

  /** The deal that the registration is matched to is its own business, not somebody else's of the same kind. */
  get others(): readonly Conflict[] {
    return (this.conflicts ?? []).filter(({ id }) => id !== this.registration.deal?.id);
  }

  get shown(): readonly Conflict[] {
    return this.isWhole ? this.others : this.others.slice(0, FIRST);
  }

  get moreText(): string | null {
    return this.shown.length < this.others.length ? fillText(label.showAll, this.others.length) : null;
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get own(): { readonly products: string; readonly when: string } {
    const { products, submittedAt } = this.registration;
    return { products: products.join(", "), when: formatInstant(submittedAt) };
  }

  kindOf({ kind, isClosed, partner }: Conflict): string {
    if (kind === "registration") return fillText(label.registrationOf, partner ?? "");
    return isClosed ? label.closedDeal : label.openDeal;
  }

  sameAs({ customer, domain, products }: Conflict): string[] {
    const { customer: name, products: claimed } = this.registration;
    const same: string[] = [];
    if (this.domain !== null && domainOf(domain) === this.domain) same.push(label.sameDomain);
    if (name !== null && lower(customer) === lower(name)) same.push(label.sameName);
    if (products.some((product) => claimed.includes(product))) same.push(label.sameProduct);
    return same;
  }

  handleMore(): void {
    this.isWhole = true;
  }

  handleMatch(event: Event): void {
    this.dispatchEvent(new CustomEvent("match", { detail: (event.currentTarget as HTMLElement).dataset.deal }));
  }
}
