import { LightningElement, wire } from "lwc";
import { graphql, type GraphqlResult } from "lightning/graphql";
import userId from "@salesforce/user/Id";
import { answerOf, troubleOf, type Trouble } from "c/programAnswer";
import { fillText, formatDay, formatInstant } from "c/programFormat";
import { reduceErrors } from "c/recordErrors";
import { label } from "./labels";
import { queueQuery } from "./queueQuery";
import { readQueue, type Claim, type Queue, type QueueAnswer } from "./readQueue";

interface Row extends Claim {
  readonly origin: string;
  readonly dueText: string;
  readonly dueClass: string;
}

/** The registrations that wait: for a decision, the longest first, or for their deal. */
export default class DealRegistrationQueue extends LightningElement {
  label = label;
  variables = { rows: 200 };
  queue: Queue | null = null;
  trouble: Trouble | null = null;
  faults: readonly string[] = [];
  scope = "all";

  @wire(graphql, { query: queueQuery, variables: "$variables" })
  takeQueue(result: GraphqlResult): void {
    this.trouble = troubleOf(result);
    this.faults = result.errors ? reduceErrors(result.errors) : [];
    const answer = answerOf<QueueAnswer>(result);
    if (answer) this.queue = readQueue(answer);
  }

  get isLoading(): boolean {
    return this.queue === null && this.trouble === null;
  }

  get isBroken(): boolean {
    return this.trouble === "error";
  }

  get isRefused(): boolean {
    return this.trouble === "no-access";
  }

  get scopes(): { label: string; value: string }[] {
    return [
      { label: label.all, value: "all" },
      { label: label.mine, value: "mine" },
    ];
  }

  get waiting(): Row[] {
    return this.shown(this.queue?.waiting ?? []);
  }

  get unmatched(): Row[] {
    return this.shown(this.queue?.unmatched ?? []);
  }

  get waitingHeading(): string {
    return fillText(label.waiting, this.waiting.length);
  }

  get unmatchedHeading(): string {
    return fillText(label.unmatched, this.unmatched.length);
  }

  get hasUnmatched(): boolean {
    return this.unmatched.length > 0;
  }

  get isEmpty(): boolean {
    return this.queue !== null && this.waiting.length === 0;
  }

  shown(claims: readonly Claim[]): Row[] {
    return claims
      .filter(({ partner }) => this.scope === "all" || partner?.managerId === userId)
      .map((claim) => ({
        ...claim,
        origin: fillText(label.origin, claim.customer, formatInstant(claim.submittedAt)),
        dueText: claim.due ? fillText(claim.isOverdue ? label.overdue : label.due, formatDay(claim.due)) : "",
        dueClass: claim.isOverdue ? "slds-text-color_error" : "",
      }));
  }

  handleScope(event: CustomEvent<{ value: string }>): void {
    this.scope = event.detail.value;
  }
}
