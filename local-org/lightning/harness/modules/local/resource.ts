import { freeze } from "local/freeze";
import { recordIdsIn } from "local/recordIds";

/** What a reader of a resource is told. */
export interface Snapshot<T = unknown> {
  readonly data?: T;
  readonly error?: unknown;
}

type Listener = (snapshot: Snapshot) => void;

/** Milliseconds during which an answer is given again without asking: Lightning Data Service's time for records. */
const FRESH_MS = 30_000;
const MOST_IDLE = 200;

/** One question to the org, asked once however many wires want its answer. */
class Resource {
  readonly listeners = new Set<Listener>();
  readonly #load: () => Promise<unknown>;
  recordIds: ReadonlySet<string> = new Set();
  #snapshot: Snapshot | null = null;
  #loadedAt = 0;
  #sequence = 0;
  #underWay: Promise<void> | null = null;

  constructor(load: () => Promise<unknown>) {
    this.#load = load;
  }

  get isFresh(): boolean {
    return this.#snapshot !== null && this.#snapshot.error === undefined && Date.now() - this.#loadedAt < FRESH_MS;
  }

  get snapshot(): Snapshot | null {
    return this.#snapshot;
  }

  expire(): void {
    this.#loadedAt = 0;
  }

  /** Asks unless the same question is under way. */
  fetch(): Promise<void> {
    this.#underWay ??= this.ask();
    return this.#underWay;
  }

  /** Asks anew: an answer that is under way may be older than the change. */
  refetch(): Promise<void> {
    this.#underWay = this.ask();
    return this.#underWay;
  }

  private async ask(): Promise<void> {
    const sequence = ++this.#sequence;
    let snapshot: Snapshot;
    try {
      snapshot = { data: freeze(await this.#load()) };
    } catch (error) {
      snapshot = { error };
    }
    // A later question has been asked since: this answer is stale, and the later one tells everybody.
    if (sequence !== this.#sequence) return this.#underWay ?? undefined;
    this.#underWay = null;
    this.#loadedAt = Date.now();
    this.#snapshot = snapshot;
    this.recordIds = recordIdsIn(snapshot.data);
    for (const listener of [...this.listeners]) listener(snapshot);
  }
}

const resources = new Map<string, Resource>();

function resourceOf(key: string, load: () => Promise<unknown>): Resource {
  let resource = resources.get(key);
  if (!resource) resources.set(key, (resource = new Resource(load)));
  if (resources.size > MOST_IDLE)
    for (const [name, { listeners }] of resources) if (listeners.size === 0 && name !== key) resources.delete(name);
  return resource;
}

/** Tells the listener what the question's answer is, at once where it is fresh, and again whenever it changes. */
export function subscribe(key: string, load: () => Promise<unknown>, listener: Listener): () => void {
  const resource = resourceOf(key, load);
  resource.listeners.add(listener);
  if (resource.isFresh) listener(resource.snapshot!);
  else void resource.fetch();
  return () => resource.listeners.delete(listener);
}

/** Asks that question again and tells everybody who listens. */
export async function refresh(key: string): Promise<void> {
  await resources.get(key)?.refetch();
}

/** Those records have changed: whoever shows one of them is told anew. */
export async function recordsChanged(ids: readonly string[]): Promise<void> {
  const holding = [...resources.values()].filter((resource) => ids.some((id) => resource.recordIds.has(id)));
  for (const resource of holding) if (resource.listeners.size === 0) resource.expire();
  await Promise.all(holding.filter(({ listeners }) => listeners.size > 0).map((resource) => resource.refetch()));
}
