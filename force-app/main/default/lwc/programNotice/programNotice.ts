import { LightningElement, api } from "lwc";

export type NoticeVariant = "empty" | "info" | "warning" | "error" | "no-access";

interface Look {
  readonly icon: string;
  readonly theme: string;
  readonly iconVariant?: "inverse" | "warning" | "error";
  /** An error interrupts whoever listens to the page; everything else waits its turn. */
  readonly role?: "alert" | "status";
}

const LOOKS: Readonly<Record<NoticeVariant, Look>> = {
  empty: { icon: "utility:info_alt", theme: "slds-scoped-notification_light" },
  info: { icon: "utility:info", theme: "slds-scoped-notification_light", role: "status" },
  "no-access": { icon: "utility:lock", theme: "slds-scoped-notification_light" },
  warning: { icon: "utility:warning", theme: "slds-theme_warning", role: "status" },
  error: { icon: "utility:error", theme: "slds-theme_error", iconVariant: "inverse", role: "alert" },
};

/** What a page has to say beside its figures; its slot holds what can be done about it. */
export default class ProgramNotice extends LightningElement {
  @api variant: NoticeVariant = "info";
  @api heading?: string;
  @api text?: string;
  /** More sentences, one a line. */
  @api details: readonly string[] = [];

  get look(): Look {
    return LOOKS[this.variant] ?? LOOKS.info;
  }

  get spokenAs(): string | undefined {
    return this.look.role;
  }

  get boxClass(): string {
    return `slds-scoped-notification ${this.look.theme}`;
  }
}
