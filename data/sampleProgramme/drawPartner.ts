/** Short ways to draw a partner: everything ordinary is a default, so that a scenario says only what matters. */
import type { Day } from "./days.ts";
import type { AgreementSketch, BenefitSketch, PartnerSketch } from "./sketches.ts";

/** Enrolled, in the programme year 2023, with the baseline agreement in force and nobody trained. */
export function partner(slug: string, name: string, given: Partial<PartnerSketch> = {}): PartnerSketch {
  const enrolled = given.enrolled === undefined ? "2021-03-01" : given.enrolled;
  const tier = given.tier ?? null;
  return {
    label: `acct-${slug}`,
    name,
    status: "Enrolled",
    place: ["Denver", "United States"],
    focus: ["Communications", "Flex"],
    isReseller: false,
    isGlobalStrategic: false,
    tierSince: tier === null ? null : "2023-02-15",
    programYear: tier === null ? null : 2023,
    stored: {},
    technical: 0,
    salesTrained: 0,
    training: [],
    agreements: enrolled === null ? [] : [baseline(enrolled)],
    benefits: [],
    ...given,
    tier,
    enrolled,
  };
}

export function baseline(effective: Day, end?: Day): AgreementSketch {
  return { type: "Baseline Partner Agreement", effective, ...(end === undefined ? {} : { end }) };
}

export function addendum(effective: Day, given: Partial<AgreementSketch> = {}): AgreementSketch {
  return { type: "Resale Partner Addendum", effective, ...given };
}

export function fundTerms(effective: Day): AgreementSketch {
  return { type: "MDF/POC Program Terms", effective };
}

export function referralAddendum(effective: Day): AgreementSketch {
  return { type: "Partner Referral Addendum", effective };
}

export function invited(benefit: string, day: Day, given: Partial<BenefitSketch> = {}): BenefitSketch {
  return { benefit, invited: day, ...given };
}
