import addendumMissing from "@salesforce/label/c.AddPartner_Addendum_Missing";
import closedLost from "@salesforce/label/c.AddPartner_Closed_Lost";
import closedWon from "@salesforce/label/c.AddPartner_Closed_Won";
import duplicate from "@salesforce/label/c.AddPartner_Duplicate";
import eArrMissing from "@salesforce/label/c.AddPartner_eARR_Missing";
import eArrRecorded from "@salesforce/label/c.AddPartner_eARR_Recorded";
import eArrOfLines from "@salesforce/label/c.AddPartner_eARR_Of_Lines";
import invitationMissing from "@salesforce/label/c.AddPartner_Invitation_Missing";
import notEnrolled from "@salesforce/label/c.AddPartner_Not_Enrolled";
import openDeal from "@salesforce/label/c.AddPartner_Open_Deal";
import resaleCovered from "@salesforce/label/c.AddPartner_Resale_Covered";
import { fillText, formatDay } from "c/programFormat";
import type { Deal } from "c/opportunityPartners";
import { covers, type PartnerFacts } from "./readFacts";

/** Something known before a partner is added; a `stop` makes adding pointless, the others inform. */
export interface Foresight {
  readonly key: string;
  readonly tone: "good" | "warning" | "stop";
  readonly text: string;
}

/**
 * What saving would mean, from what is on record. It judges nothing: verdicts are the run's, and what may be
 * saved is for validation rules to say.
 */
export function foresee(deal: Deal, partner: PartnerFacts, role: string): Foresight[] {
  if (deal.attributions.some(({ partnerId }) => partnerId === partner.id))
    return [{ key: "duplicate", tone: "stop", text: fillText(duplicate, partner.name) }];
  return [
    ...standing(partner),
    closing(deal, partner),
    ...(deal.isClosed && !deal.isWon ? [] : [amount(deal)]),
    ...(role === "Resold" ? resale(deal, partner) : []),
  ];
}

function standing({ status, name, statusLabel }: PartnerFacts): Foresight[] {
  return status === "Enrolled"
    ? []
    : [{ key: "standing", tone: "warning", text: fillText(notEnrolled, name, statusLabel) }];
}

function closing({ isClosed, isWon }: Deal, { name }: PartnerFacts): Foresight {
  if (!isClosed) return { key: "closing", tone: "good", text: fillText(openDeal, name) };
  return isWon
    ? { key: "closing", tone: "warning", text: fillText(closedWon, name) }
    : { key: "closing", tone: "warning", text: fillText(closedLost, name) };
}

function amount({ hasLines, eArr }: Deal): Foresight {
  if (hasLines) return { key: "amount", tone: "good", text: eArrOfLines };
  return eArr
    ? { key: "amount", tone: "good", text: fillText(eArrRecorded, eArr) }
    : { key: "amount", tone: "warning", text: eArrMissing };
}

function resale({ closeDate }: Deal, { name, invitation, addenda }: PartnerFacts): Foresight[] {
  const day = formatDay(closeDate);
  const isInvited = covers(invitation, closeDate);
  const isSigned = addenda.some((period) => covers(period, closeDate));
  if (isInvited && isSigned) return [{ key: "resale", tone: "good", text: fillText(resaleCovered, name, day) }];
  const missing: Foresight[] = [];
  if (!isInvited) missing.push({ key: "invitation", tone: "warning", text: fillText(invitationMissing, name, day) });
  if (!isSigned) missing.push({ key: "addendum", tone: "warning", text: fillText(addendumMissing, name, day) });
  return missing;
}
