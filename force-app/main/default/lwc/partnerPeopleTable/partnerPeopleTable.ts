import { LightningElement, api } from "lwc";
import person from "@salesforce/label/c.Readiness_Person";
import sales from "@salesforce/label/c.Readiness_Sales";
import short from "@salesforce/label/c.Readiness_Short";
import showMore from "@salesforce/label/c.Readiness_Show_More";
import technical from "@salesforce/label/c.Readiness_Technical";
import people from "@salesforce/label/c.Readiness_People";
import { fillText } from "c/programFormat";

interface Standing {
  readonly counts: boolean;
  readonly text: string;
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly technical: Standing;
  readonly sales: Standing;
  readonly short: string | null;
}

const STEP = 25;

const lookOf = ({ counts }: Standing): string => (counts ? "slds-text-color_success" : "slds-text-color_weak");

/** People with what they count as; whoever is one course short comes first. */
export default class PartnerPeopleTable extends LightningElement {
  @api people: readonly Person[] = [];

  label = { people, person, sales, short, technical };
  limit = STEP;

  get lines(): object[] {
    return this.people.slice(0, this.limit).map((line) => ({
      ...line,
      technicalClass: lookOf(line.technical),
      salesClass: lookOf(line.sales),
      short: line.short ?? "–",
    }));
  }

  get hasMore(): boolean {
    return this.people.length > this.limit;
  }

  get moreText(): string {
    return fillText(showMore, Math.min(STEP, this.people.length - this.limit));
  }

  handleMore(): void {
    this.limit += STEP;
  }
}
