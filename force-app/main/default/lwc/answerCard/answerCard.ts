import { LightningElement, wire } from "lwc";
import { graphql, type GraphqlDocument, type GraphqlResult } from "lightning/graphql";
import { registerRefreshHandler, unregisterRefreshHandler } from "lightning/refresh";
import { answerOf, troubleOf, type Trouble } from "c/programAnswer";
import { reduceErrors } from "c/recordErrors";

export type AnswerState = Trouble | "loading";

/** A card that shows one answer: whoever extends it says what is asked, and whether an answer hides its subject. */
export default abstract class AnswerCard<Answer> extends LightningElement {
  answer: Answer | null = null;
  trouble: Trouble | null = null;
  details: readonly string[] = [];
  refreshAnswer?: (() => Promise<void>) | undefined;
  refreshHandler = "";

  abstract get query(): GraphqlDocument;
  abstract get variables(): Readonly<Record<string, unknown>>;

  @wire(graphql, { query: "$query", variables: "$variables" })
  received(result: GraphqlResult): void {
    this.refreshAnswer = result.refresh ?? this.refreshAnswer;
    this.trouble = troubleOf(result);
    this.details = this.trouble === "error" ? reduceErrors(result.errors) : [];
    const answer = answerOf<Answer>(result);
    if (answer) this.take(answer);
  }

  take(answer: Answer): void {
    this.answer = answer;
  }

  override connectedCallback(): void {
    this.refreshHandler = registerRefreshHandler(this, () => this.reload());
  }

  override disconnectedCallback(): void {
    unregisterRefreshHandler(this.refreshHandler);
  }

  async reload(): Promise<void> {
    await this.refreshAnswer?.();
  }

  /** Of a record that somebody may not see, an answer says nothing at all. */
  get isHidden(): boolean {
    return false;
  }

  /** null where the answer speaks for itself. */
  get state(): AnswerState | null {
    if (this.trouble) return this.trouble;
    if (this.answer === null) return "loading";
    return this.isHidden ? "no-access" : null;
  }
}
