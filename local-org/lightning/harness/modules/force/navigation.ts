import { currentPage, go, onPage, urlOf, type PageReference } from "local/pages";

type Constructor = new (...args: never[]) => HTMLElement;

const Navigate = Symbol("Navigate");
const GenerateUrl = Symbol("GenerateUrl");

/** Gives a component the two methods of navigation: `this[NavigationMixin.Navigate](reference)`. */
export function NavigationMixin(Base: Constructor): Constructor {
  return class extends Base {
    [Navigate](reference: PageReference, replace = false): void {
      go(reference, replace);
    }

    [GenerateUrl](reference: PageReference): Promise<string> {
      return Promise.resolve(urlOf(reference));
    }
  };
}
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

/** Wire of the page that is shown. */
export class CurrentPageReference {
  readonly #callback: (page: PageReference | undefined) => void;
  #leave: (() => void) | null = null;

  constructor(callback: (page: PageReference | undefined) => void) {
    this.#callback = callback;
    callback(undefined);
  }

  connect(): void {
    this.#leave = onPage((page) => this.#callback(page));
    this.#callback(currentPage());
  }

  update(): void {
    // There is nothing to configure.
  }

  disconnect(): void {
    this.#leave?.();
  }
}
