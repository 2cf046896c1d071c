import type { GraphqlDocument } from "lightning/graphql";
import AnswerCard from "c/answerCard";
import { csvText, saveCsv } from "c/csvFile";
import { fillText, formatDay } from "c/programFormat";
import { readPlan, type PlanMove } from "c/runPlan";
import { annualReviewQuery } from "./annualReviewQuery";
import { label } from "./labels";
import { readReview, type AnnualAnswer, type AnnualReview } from "./readReview";

const VARIABLES = { mode: "Annual" };

/** The annual review before it is published: who goes down, who goes up and why; export and approval. */
export default class AnnualReviewApproval extends AnswerCard<AnnualAnswer> {
  label = label;

  get variables(): Readonly<Record<string, unknown>> {
    return VARIABLES;
  }

  get query(): GraphqlDocument {
    return annualReviewQuery;
  }

  get review(): AnnualReview | null {
    return this.answer && readReview(this.answer);
  }

  get isEmpty(): boolean {
    return this.answer !== null && this.trouble === null && this.review === null;
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
    await this.reload();
  }
}
