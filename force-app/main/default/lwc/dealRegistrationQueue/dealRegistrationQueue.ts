import type { GraphqlDocument } from "lightning/graphql";
import userId from "@salesforce/user/Id";
import AnswerCard from "c/answerCard";
import { fillText, formatDay, formatInstant } from "c/programFormat";
import { rights } from "c/programRights";
import { label } from "./labels";
import { queueQuery } from "./queueQuery";
import { readQueue, type Claim, type Claims, type Queue, type QueueAnswer } from "./readQueue";

interface Row extends Claim {
  readonly origin: string;
  readonly limit: string;
  readonly limitClass: string;
}

interface Group {
  readonly key: string;
  readonly heading: string;
  readonly rows: readonly Row[];
  readonly cutText: string | null;
}

const ROWS = 200;

/** The registrations that wait, the longest first: for a decision, for their partner, or for their deal. */
export default class DealRegistrationQueue extends AnswerCard<QueueAnswer> {
  label = label;
  /** Administrators look after the programme, not after partners of their own. */
  scope = rights.isAdministrator ? "all" : "mine";

  get query(): GraphqlDocument {
    return queueQuery;
  }

  get queue(): Queue | null {
    return this.answer && readQueue(this.answer);
  }

  get variables(): Readonly<Record<string, unknown>> {
    const whose = this.scope === "mine" ? { Partner__r: { Partner_Manager__c: { eq: userId } } } : {};
    return {
      rows: ROWS,
      waiting: { Status__c: { eq: "Submitted" }, ...whose },
      asked: { Status__c: { eq: "Action Required" }, ...whose },
      unmatched: { Status__c: { eq: "Approved" }, Opportunity__c: { eq: null }, ...whose },
    };
  }

  get scopes(): { label: string; value: string }[] {
    return [
      { label: label.mine, value: "mine" },
      { label: label.all, value: "all" },
    ];
  }

  get isEmpty(): boolean {
    return this.queue !== null && this.queue.waiting.total === 0;
  }

  /** What waits for a decision is said even when it is nothing; the others only where there are any. */
  get groups(): Group[] {
    if (this.queue === null) return [];
    const { waiting, asked, unmatched } = this.queue;
    const target = ({ due, isOverdue }: Claim): Pick<Row, "limit" | "limitClass"> => ({
      limit: due ? fillText(isOverdue ? label.overdue : label.due, formatDay(due)) : "",
      limitClass: isOverdue ? "slds-text-color_error" : "",
    });
    const lapse = ({ expires }: Claim): Pick<Row, "limit" | "limitClass"> => ({
      limit: expires ? fillText(label.lapses, formatDay(expires)) : "",
      limitClass: "",
    });
    return [
      this.group("waiting", label.waiting, waiting, target),
      this.group("asked", label.asked, asked, lapse),
      // Approved, it never expires.
      this.group("unmatched", label.unmatched, unmatched, () => ({ limit: "", limitClass: "" })),
    ].filter(({ key, rows }) => key === "waiting" || rows.length > 0);
  }

  group(
    key: string,
    heading: string,
    { rows, total }: Claims,
    limitOf: (claim: Claim) => Pick<Row, "limit" | "limitClass">,
  ): Group {
    return {
      key,
      heading: fillText(heading, total),
      rows: rows.map((claim) => ({
        ...claim,
        origin: fillText(label.origin, claim.customer, formatInstant(claim.submittedAt)),
        ...limitOf(claim),
      })),
      cutText: total > rows.length ? fillText(label.cut, rows.length, total) : null,
    };
  }

  handleScope(event: CustomEvent<{ value: string }>): void {
    this.scope = event.detail.value;
  }
}
