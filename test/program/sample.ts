/** Builders of partner facts for tests: every field has an ordinary value, tests name what matters. */
import Big from "big.js";
import type { PartnerFacts, StoredPartner } from "../../sync-service/program/facts.ts";
import type { BenefitFacts } from "../../sync-service/program/programRecords.ts";
import type { AgreementFacts, AgreementType, TrainingFacts } from "../../sync-service/program/standingFacts.ts";
import { blankPartner } from "../../sync-service/program/storedPartner.ts";
import type { RevenueFigures } from "../../sync-service/program/verdict.ts";

export const asOf = "2023-10-16";
export function agreement(
  type: AgreementType = "Baseline Partner Agreement",
  given: Partial<AgreementFacts> = {},
): AgreementFacts {
  return {
    id: `agr ${type}`,
    partnerId: "p1",
    type,
    effectiveDate: "2020-01-01",
    endDate: null,
    ...given,
  };
}

export function benefit(benefitKey: string, given: Partial<BenefitFacts> = {}): BenefitFacts {
  return {
    id: `ben ${benefitKey}`,
    partnerId: "p1",
    benefitKey,
    invitedDate: null,
    invitationEndsDate: null,
    storedStatus: null,
    storedIsAvailable: false,
    storedReason: null,
    ...given,
  };
}

/** So many people with the platform course, and so many others with Sellers Series 101. */
export function trained(technical: number, sales: number): TrainingFacts[] {
  const one = (course: string, index: number) => ({
    contactId: `${course}-${index}`,
    partnerId: "p1",
    course,
    completedDate: "2022-01-01",
    expiresDate: null,
  });
  return [
    ...Array.from({ length: technical }, (_, i) => one("Twilio_Platform", i)),
    ...Array.from({ length: sales }, (_, i) => one("Sellers_Series_101", i)),
  ];
}

export function stored(given: Partial<StoredPartner> = {}): StoredPartner {
  return {
    ...blankPartner,
    tier: "Registered",
    tierSinceDate: "2022-02-01",
    programYear: 2023,
    ...given,
  };
}

export function partner(given: Partial<PartnerFacts> = {}): PartnerFacts {
  return {
    id: "p1",
    name: "Acme",
    status: "Enrolled",
    focus: ["Flex"],
    enrolledDate: "2022-02-01",
    isGlobalStrategic: false,
    stored: stored(),
    ...given,
  };
}

/** The same revenue in every window unless told. */
export function revenue(trailing: number | string, given: Partial<RevenueFigures> = {}): RevenueFigures {
  const amount = new Big(trailing);
  return {
    trailing: amount,
    trailingInfluenced: amount,
    trailingResold: new Big(0),
    annualWindow: amount,
    yearToDate: amount,
    future: new Big(0),
    futureDeals: 0,
    excludedInTrailing: {},
    ...given,
  };
}
