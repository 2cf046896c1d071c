import { subscribe, type Snapshot } from "local/resource";

/** A question of a wire's configuration; null = not all of it is known yet, so nothing is asked. */
export interface Question {
  readonly key: string;
  load(): Promise<unknown>;
}

export interface WireAdapter<Config> {
  connect(): void;
  update(config: Config): void;
  disconnect(): void;
}

export type WireAdapterConstructor<Config> = new (callback: (value: unknown) => void) => WireAdapter<Config>;

/** A wire adapter over resources: `ask` makes the question of a configuration, `show` what the component gets. */
export function wireAdapter<Config>(
  ask: (config: Config) => Question | null,
  show: (snapshot: Snapshot, question: Question | null) => unknown = ({ data, error }) => ({ data, error }),
): WireAdapterConstructor<Config> {
  return class {
    readonly #callback: (value: unknown) => void;
    #question: Question | null = null;
    #isConnected = false;
    #leave: (() => void) | null = null;

    constructor(callback: (value: unknown) => void) {
      this.#callback = callback;
      callback(show({}, null));
    }

    connect(): void {
      this.#isConnected = true;
      this.listen();
    }

    update(config: Config): void {
      const question = ask(config);
      if (question?.key === this.#question?.key && this.#question !== null) return;
      this.#question = question;
      this.listen();
    }

    disconnect(): void {
      this.#isConnected = false;
      this.#leave?.();
      this.#leave = null;
    }

    private listen(): void {
      this.#leave?.();
      this.#leave = null;
      const question = this.#question;
      if (!this.#isConnected || question === null) return;
      this.#leave = subscribe(
        question.key,
        () => question.load(),
        (snapshot) => this.#callback(show(snapshot, question)),
      );
    }
  };
}
