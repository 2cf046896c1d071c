type RefreshMethod = (containerPromise: Promise<unknown>) => Promise<unknown>;

const handlers = new Map<number, { readonly element: EventTarget; readonly method: RefreshMethod }>();
let lastId = 0;

export const RefreshEventName = "lightning__refreshview";

/** Asks the view around the component to show what the org holds now. */
export class RefreshEvent extends Event {
  constructor() {
    super(RefreshEventName, { bubbles: true, composed: true });
  }
}

/** Has the method called whenever the page refreshes; returns a number for unregistering. */
export function registerRefreshHandler(element: EventTarget, method: RefreshMethod): number {
  lastId += 1;
  handlers.set(lastId, { element, method });
  return lastId;
}

export function unregisterRefreshHandler(id: number): void {
  handlers.delete(id);
}

/** Calls every handler: what the page does on a RefreshEvent. */
export async function refreshAll(): Promise<void> {
  const done = Promise.resolve();
  await Promise.allSettled([...handlers.values()].map(({ element, method }) => method.call(element, done)));
}
