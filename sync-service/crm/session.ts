/**
 * The session with one org: logs in when first needed, renews once however many
 * calls find it over, and asks no more once Salesforce has refused: repeated
 * refusals can lock the user out.
 */
import { ApiLimitError, ConfigurationError } from "./errors.ts";
import type { OrgClock } from "./orgClock.ts";
import type { Pace } from "./pace.ts";
import { type RetryPolicy, withRetry } from "./retry.ts";
import { type Access, type Credentials, requestToken } from "./token.ts";

export type { Access } from "./token.ts";

/** Logins in a row whose token no call was answered with: the first, and one more. */
const mostUnproven = 2;
const shortestQuietMs = 60_000;
const longestQuietMs = 15 * 60_000;

export interface SessionParts {
  readonly credentials: Credentials;
  readonly clock: OrgClock;
  readonly retry: RetryPolicy;
  readonly pace: Pace;
}

/** Why no login is tried, and until when. */
interface Refusal {
  readonly error: Error;
  readonly until: number;
  readonly quietMs: number;
}

export class Session {
  readonly #parts: SessionParts;
  #current: Promise<Access> | null = null;
  /** The token in use; null while a login is on its way. */
  #openToken: string | null = null;
  #unproven = 0;
  #refusal: Refusal | null = null;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** The current access; logs in when there is none. */
  access(): Promise<Access> {
    return this.#current ?? this.#login();
  }

  /** Renews a session found to be over, unless another call has done so already or is about to. */
  refresh(stale: Access): Promise<Access> {
    // No await before the new login is in place: a second caller has to find it.
    if (this.#openToken === stale.accessToken) this.#end();
    return this.access();
  }

  /** A call was answered: the token is good. */
  prove({ accessToken }: Access): void {
    if (accessToken !== this.#openToken) return;
    this.#unproven = 0;
    this.#refusal = null;
  }

  #end(): void {
    this.#current = null;
    this.#openToken = null;
    if (this.#unproven < mostUnproven) return;
    this.#unproven = 0;
    this.#remember(
      new ConfigurationError(
        "Salesforce refuses sessions that it has just given: check the integration user's login hours and IP ranges, its permission \"API Enabled\", and the app's session policies",
      ),
    );
  }

  #login(): Promise<Access> {
    const refusal = this.#refusal;
    if (refusal && this.#parts.pace.now() < refusal.until) return Promise.reject(refusal.error);
    this.#unproven += 1;
    const login = this.#ask();
    this.#current = login;
    login.then(
      (access) => (this.#openToken = access.accessToken),
      (error: Error) => this.#forget(error),
    );
    return login;
  }

  #ask(): Promise<Access> {
    const { credentials, clock, retry, pace } = this.#parts;
    const insistence = { policy: retry, pace, what: "The login to Salesforce" };
    return withRetry(insistence, () => requestToken(credentials, clock));
  }

  /** A failed login is not kept: the next call tries again, at once or after a time. */
  #forget(error: Error): void {
    this.#current = null;
    this.#unproven = 0;
    if (error instanceof ConfigurationError || error instanceof ApiLimitError) this.#remember(error);
  }

  #remember(error: Error): void {
    const quietMs = Math.min(longestQuietMs, (this.#refusal?.quietMs ?? shortestQuietMs / 2) * 2);
    this.#refusal = { error, quietMs, until: this.#parts.pace.now() + quietMs };
  }
}
