import { LightningElement, api } from "lwc";
import decided from "@salesforce/label/c.RegistrationClock_Decided";
import decideBy from "@salesforce/label/c.RegistrationClock_Decide_By";
import draft from "@salesforce/label/c.RegistrationClock_Draft";
import expired from "@salesforce/label/c.RegistrationClock_Expired";
import expires from "@salesforce/label/c.RegistrationClock_Expires";
import expiresAsked from "@salesforce/label/c.RegistrationClock_Expires_Asked";
import expiresUnset from "@salesforce/label/c.RegistrationClock_Expires_Unset";
import overdue from "@salesforce/label/c.RegistrationClock_Overdue";
import overdueByOne from "@salesforce/label/c.RegistrationClock_Overdue_One";
import submitted from "@salesforce/label/c.RegistrationClock_Submitted";
import { addBusinessDays, dayInZone, daysBetween } from "c/programDays";
import { fillCount, fillText, formatDay, formatInstant } from "c/programFormat";
import type { Registration } from "c/dealRegistrationReview";

const HOUR_MS = 3_600_000;

/** Where a registration stands against the target for its decision and its expiry. */
export default class RegistrationClock extends LightningElement {
  @api registration!: Registration;

  get isWaiting(): boolean {
    const { status } = this.registration;
    return status === "Submitted" || status === "Action Required";
  }

  /** Whoever was asked to act is waited for: until then there is nothing to decide, and its target stands still. */
  get isAsked(): boolean {
    return this.registration.status === "Action Required";
  }

  get submittedText(): string {
    const { submittedAt, submittedBy } = this.registration;
    return submittedAt === null ? draft : fillText(submitted, submittedBy, formatInstant(submittedAt));
  }

  get due(): string | null {
    const { submittedAt, target } = this.registration;
    return submittedAt && target ? addBusinessDays(dayInZone(submittedAt, target.timeZone), target.businessDays) : null;
  }

  /** The org's today, from how long it says that the registration has waited. */
  get today(): string | null {
    const { submittedAt, hoursWaited, target } = this.registration;
    if (submittedAt === null || hoursWaited === null || target === null) return null;
    const now = new Date(Date.parse(submittedAt) + hoursWaited * HOUR_MS);
    return dayInZone(now.toISOString(), target.timeZone);
  }

  get daysOver(): number {
    return this.due && this.today ? daysBetween(this.due, this.today) : 0;
  }

  get targetText(): string | null {
    if (!this.isWaiting || this.isAsked || this.due === null) return null;
    const day = formatDay(this.due);
    return this.daysOver > 0 ? fillCount(this.daysOver, overdueByOne, overdue, day) : fillText(decideBy, day);
  }

  get targetClass(): string {
    return this.daysOver > 0 ? "slds-text-color_error" : "";
  }

  get expiryText(): string | null {
    if (!this.isWaiting) return null;
    const { expires: last } = this.registration;
    if (last === null) return expiresUnset;
    const isPast = this.today !== null && last < this.today;
    if (isPast) return fillText(expired, formatDay(last));
    return fillText(this.isAsked ? expiresAsked : expires, formatDay(last));
  }

  get decidedText(): string | null {
    const { decidedAt, decidedBy, statusLabel } = this.registration;
    return decidedAt === null ? null : fillText(decided, statusLabel, decidedBy, formatInstant(decidedAt));
  }

  get reason(): string | null {
    return this.registration.reason;
  }
}
