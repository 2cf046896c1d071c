/** Tiers from the lowest to the highest; Global Strategic is given by hand and stands above all others. */
export const TIERS: readonly string[] = ["Registered", "Bronze", "Silver", "Gold", "Global Strategic"];

/** Below every tier for a partner without one. */
export function rankOf(tier: string | null): number {
  return tier === null ? -1 : TIERS.indexOf(tier);
}
