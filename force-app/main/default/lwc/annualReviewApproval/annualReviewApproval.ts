import { LightningElement, wire } from "lwc";
import { graphql, type GraphqlResult } from "lightning/graphql";
import { csvText, saveCsv } from "c/csvFile";
import { answerOf, troubleOf, type Trouble } from "c/programAnswer";
import { fillText, formatDay } from "c/programFormat";
import { reduceErrors } from "c/recordErrors";
import { readPlan, type PlanMove } from "c/runPlan";
import { annualReviewQuery } from "./annualReviewQuery";
import { label } from "./labels";
import { readReview, type AnnualAnswer, type AnnualReview } from "./readReview";

/** The annual review before it is published: who goes down, who goes up and why; export and approval. */
export default class AnnualReviewApproval extends LightningElement {
  label = label;
  variables = { mode: "Annual" };
  review: AnnualReview | null = null;
  trouble: Trouble | null = null;
  faults: readonly string[] = [];
  isAnswered = false;
  private refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: annualReviewQuery, variables: "$variables" })
  takeReview(result: GraphqlResult): void {
    this.refresh = result.refresh ?? this.refresh;
    this.trouble = troubleOf(result);
    this.faults = result.errors ? reduceErrors(result.errors) : [];
    const answer = answerOf<AnnualAnswer>(result);
    if (answer) this.review = readReview(answer);
    if (answer || this.trouble) this.isAnswered = true;
  }

  get isLoading(): boolean {
    return !this.isAnswered;
  }

  get isBroken(): boolean {
    return this.trouble === "error";
  }

  get isRefused(): boolean {
    return this.trouble === "no-access";
  }

  get isEmpty(): boolean {
    return this.isAnswered && this.trouble === null && this.review === null;
  }

  get moves(): readonly PlanMove[] {
    const plan = readPlan(this.review?.plan ?? null);
    return plan ? [...plan.down, ...plan.up, ...plan.same] : [];
  }

  get summary(): string {
    const plan = readPlan(this.review?.plan ?? null);
    const counts = [plan?.down.length ?? 0, plan?.up.length ?? 0, plan?.same.length ?? 0];
    return fillText(label.summary, this.review?.year ?? "", ...counts, formatDay(this.review?.asOf));
  }

  get question(): string {
    return fillText(label.question, this.review?.year ?? "", this.moves.length);
  }

  handleExport(): void {
    const { year = "", hash = "", reasons = {} } = this.review ?? {};
    const rows = this.moves.map((move) => [
      move.partnerName,
      move.partnerId,
      move.tierBefore,
      move.tierAfter,
      reasons[move.partnerId] ?? "",
      move.benefitsLost.join("; "),
      hash,
    ]);
    const head = [label.partner, label.partnerId, label.before, label.after, label.reason, label.benefits, label.hash];
    saveCsv(fillText(label.file, year), csvText([head, ...rows]));
  }

  async handleSaved(): Promise<void> {
    await this.refresh?.();
  }
}
