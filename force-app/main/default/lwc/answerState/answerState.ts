import { LightningElement, api } from "lwc";
import offlineHeading from "@salesforce/label/c.AnswerState_Offline_Heading";
import offlineText from "@salesforce/label/c.AnswerState_Offline_Text";
import retry from "@salesforce/label/c.AnswerState_Retry";
import type { AnswerState as State } from "c/answerCard";
import type { NoticeVariant } from "c/programNotice";

interface Notice {
  readonly variant: NoticeVariant;
  readonly heading?: string | undefined;
  readonly text?: string | undefined;
  readonly details: readonly string[];
  readonly isRetryable: boolean;
}

/** What stands in place of an answer, or above the last one where it could not be read anew. */
export default class AnswerState extends LightningElement {
  @api state: State | null = null;
  /** Read out while the answer is under way. */
  @api loading = "";
  @api brokenHeading?: string;
  @api details: readonly string[] = [];
  @api refusedHeading?: string;
  @api refusedText?: string;
  /** About how high the answer will be: what stands below it is not to jump when it comes. */
  @api room: "small" | "medium" | "large" = "small";

  label = { retry };

  get isLoading(): boolean {
    return this.state === "loading";
  }

  get waitingClass(): string {
    return `slds-is-relative slds-p-vertical_xx-large ${this.room}`;
  }

  get notice(): Notice | null {
    const { brokenHeading, details, refusedHeading, refusedText } = this;
    const notices: Readonly<Record<string, Notice>> = {
      error: { variant: "error", heading: brokenHeading, details, isRetryable: true },
      offline: { variant: "warning", heading: offlineHeading, text: offlineText, details: [], isRetryable: true },
      "no-access": {
        variant: "no-access",
        heading: refusedHeading,
        text: refusedText,
        details: [],
        isRetryable: false,
      },
    };
    return notices[this.state ?? ""] ?? null;
  }

  /** Upon red, a button has to be light. */
  get retryVariant(): string {
    return this.state === "error" ? "inverse" : "neutral";
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent("retry"));
  }
}
