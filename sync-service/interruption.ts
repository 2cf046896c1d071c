/** Ctrl-C and SIGTERM as a signal that a run heeds; a second one ends the process at once. */
import { InterruptedError } from "./run/runErrors.ts";

export interface Interruption {
  readonly signal: AbortSignal;
  /** From now on the process may be ended by somebody else. */
  readonly dispose: () => void;
}

export function interruption(): Interruption {
  const stopping = new AbortController();
  const stop = (name: "SIGINT" | "SIGTERM") => (): void => {
    const reason = new InterruptedError(name);
    if (stopping.signal.aborted) process.exit(reason.exitCode);
    stopping.abort(reason);
  };
  const listeners = { SIGINT: stop("SIGINT"), SIGTERM: stop("SIGTERM") };
  for (const [name, listener] of Object.entries(listeners)) process.on(name, listener);
  return {
    signal: stopping.signal,
    dispose: () => {
      for (const [name, listener] of Object.entries(listeners)) process.off(name, listener);
    },
  };
}
