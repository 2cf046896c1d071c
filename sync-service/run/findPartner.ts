/** The one partner that a person means by an id or a name. */
import { findPartners, type FoundPartner } from "../crm/findPartners.ts";
import type { Org } from "../crm/org.ts";
import { UsageError } from "./runErrors.ts";

/** The name or id means several partners: the caller has to choose. */
export class AmbiguousPartnerError extends UsageError {
  readonly candidates: readonly FoundPartner[];

  constructor(asked: string, candidates: readonly FoundPartner[]) {
    const list = candidates.map(({ id, name }) => `${id} ${name}`).join(", ");
    super(`"${asked}" means ${candidates.length} partners; name one by its id: ${list}`);
    this.candidates = candidates;
  }
}

/** @throws UsageError where no partner, or more than one, is meant. */
export async function findPartner(org: Org, asked: string): Promise<FoundPartner> {
  const found = await findPartners(org, asked);
  const [first] = found;
  if (!first) throw new UsageError(`No partner account has the id or the exact name "${asked}"`);
  if (found.length > 1) throw new AmbiguousPartnerError(asked, found);
  return first;
}
