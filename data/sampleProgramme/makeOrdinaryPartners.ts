/**
 * Partners without a story. Their trained people keep each of them on its tier, whatever it sells: a run moves the
 * named partners and hardly anybody else, so that no guard stops the first run of a newcomer.
 */
import { addendum, baseline, fundTerms, invited, partner } from "./drawPartner.ts";
import type { Random } from "./random.ts";
import type { Focus, PartnerSketch, Tier } from "./sketches.ts";

type OrdinaryTier = Exclude<Tier, "Global Strategic">;

const names: readonly (readonly [slug: string, name: string, tier: OrdinaryTier])[] = [
  ["birchline", "Birchline Consulting", "Registered"],
  ["claymoor", "Claymoor Digital", "Registered"],
  ["dovetrail", "Dovetrail Studio", "Registered"],
  ["elmstride", "Elmstride Partners", "Bronze"],
  ["foxmantle", "Foxmantle Systems", "Bronze"],
  ["glasswold", "Glasswold Interactive", "Bronze"],
  ["heronsgait", "Heronsgait Technologies", "Bronze"],
  ["inkfold", "Inkfold Advisory", "Bronze"],
  ["jackdaw-row", "Jackdaw Row", "Silver"],
  ["kelpstone", "Kelpstone Services", "Silver"],
  ["lindenmark", "Lindenmark Group", "Silver"],
  ["mossgate", "Mossgate Delivery", "Silver"],
  ["nightferry", "Nightferry Consulting", "Gold"],
  ["orrery-hall", "Orrery Hall", "Gold"],
];

/** Technical and sales-trained people, least and most: too few for the tier above. */
const people: Readonly<
  Record<OrdinaryTier, readonly [technical: readonly [number, number], sales: readonly [number, number]]>
> = {
  Registered: [
    [0, 2],
    [0, 1],
  ],
  Bronze: [
    [3, 9],
    [1, 4],
  ],
  Silver: [
    [10, 14],
    [5, 9],
  ],
  Gold: [
    [15, 22],
    [10, 15],
  ],
};

const focuses: readonly (readonly Focus[])[] = [
  ["Communications"],
  ["Communications", "Flex"],
  ["Flex"],
  ["Communications", "Segment/Engage"],
];

const places = [
  ["Raleigh", "United States"],
  ["Minneapolis", "United States"],
  ["Montreal", "Canada"],
  ["Bristol", "United Kingdom"],
  ["Ghent", "Belgium"],
] as const;

export interface OrdinaryPartner {
  readonly sketch: PartnerSketch;
  /** How often a deal is its own, against the others. */
  readonly weight: number;
}

const weights: Readonly<Record<OrdinaryTier, number>> = { Registered: 1, Bronze: 3, Silver: 8, Gold: 20 };

export function makeOrdinaryPartners(random: Random): OrdinaryPartner[] {
  return names.map(([slug, name, tier]) => ({ sketch: makeOne(random, slug, name, tier), weight: weights[tier] }));
}

function makeOne(random: Random, slug: string, name: string, tier: OrdinaryTier): PartnerSketch {
  const [technical, sales] = people[tier];
  const enrolled = `${random.between(2018, 2022)}-0${random.between(1, 9)}-${random.between(10, 28)}`;
  const isReseller = (tier === "Silver" || tier === "Gold") && random.isTrue(0.5);
  const papers = isReseller ? [addendum("2021-01-15"), fundTerms("2021-01-15")] : [];
  return partner(slug, name, {
    tier,
    enrolled,
    place: random.pick(places),
    focus: isReseller ? ["Communications", "Flex"] : random.pick(focuses),
    isReseller,
    technical: random.between(...technical),
    salesTrained: random.between(...sales),
    agreements: [baseline(enrolled), ...papers],
    benefits: isReseller ? [invited("Reseller_Program", "2021-01-08", { was: "Available" })] : [],
  });
}
