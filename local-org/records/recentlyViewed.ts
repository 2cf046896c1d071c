/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_recentlyviewed.htm */
const MOST_ITEMS = 200;

export interface ViewedRecord {
  readonly object: string;
  readonly id: string;
}

/** What each user looked at last, the newest first. It lives as long as the org runs. */
export class RecentlyViewed {
  readonly #byUser = new Map<string, ViewedRecord[]>();

  /** Notes records as viewed, in the order given: the first one is the newest. */
  note(userId: string, object: string, ids: readonly string[]): void {
    const seen = new Set(ids);
    const older = this.of(userId).filter(({ id }) => !seen.has(id));
    const items = [...ids.map((id) => ({ object, id })), ...older];
    this.#byUser.set(userId, items.slice(0, MOST_ITEMS));
  }

  of(userId: string): readonly ViewedRecord[] {
    return this.#byUser.get(userId) ?? [];
  }
}
