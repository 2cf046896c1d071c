import { rowsOf } from "c/programAnswer";
import { addDays, type Day } from "c/programDays";
import { fillText, formatDay } from "c/programFormat";
import { label } from "./labels";
import type { AgreementNode, ReadinessPartnerNode } from "./readinessAnswer";

export interface AgreementView {
  readonly key: string;
  readonly type: string;
  readonly look: "good" | "soon" | "missing";
  readonly text: string;
  readonly use: string;
}

/** The agreements of the programme, and what each is for. */
const AGREEMENTS: readonly (readonly [type: string, use: string])[] = [
  ["Baseline Partner Agreement", label.useBaseline],
  ["Resale Partner Addendum", label.useResale],
  ["MDF/POC Program Terms", label.useFunds],
  ["Partner Referral Addendum", label.useReferral],
];
const NOTICE_DAYS = 90;

const from = ({ Effective_Date__c }: AgreementNode): Day => Effective_Date__c.value ?? "";
const isInForce = (row: AgreementNode, day: Day): boolean =>
  from(row) <= day && (row.End_Date__c.value === null || row.End_Date__c.value >= day);

function standing(own: readonly AgreementNode[], today: Day): Pick<AgreementView, "look" | "text"> {
  const current = own.find((row) => isInForce(row, today));
  if (current) {
    const since = formatDay(from(current));
    const end = current.End_Date__c.value;
    if (end === null) return { look: "good", text: fillText(label.inForce, since) };
    const isFollowed = own.some((row) => isInForce(row, addDays(today, NOTICE_DAYS)));
    return { look: isFollowed ? "good" : "soon", text: fillText(label.inForceUntil, since, formatDay(end)) };
  }
  const [next] = own.filter((row) => from(row) > today).sort((a, b) => (from(a) < from(b) ? -1 : 1));
  if (next) return { look: "soon", text: fillText(label.begins, formatDay(from(next))) };
  const ended = own
    .map(({ End_Date__c }) => End_Date__c.value ?? "")
    .sort()
    .at(-1);
  return { look: "missing", text: ended ? fillText(label.ended, formatDay(ended)) : label.notSigned };
}

/** Each agreement of the programme as it stands today: in force, ending, missing. */
export function agreementViews(partner: ReadinessPartnerNode, today: Day): readonly AgreementView[] {
  const rows = rowsOf(partner.Partner_Agreements__r);
  return AGREEMENTS.map(([type, use]) => {
    const own = rows.filter(({ Type__c }) => Type__c.value === type);
    return { key: type, type: own[0]?.Type__c.label ?? type, use, ...standing(own, today) };
  });
}
