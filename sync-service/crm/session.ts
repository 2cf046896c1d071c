/** The session with one org: logs in when first needed, and renews once however many calls find it over. */
import type { OrgClock } from "./orgClock.ts";
import { type RetryPolicy, withRetry } from "./retry.ts";
import { type Access, type Credentials, requestToken } from "./token.ts";

export type { Access } from "./token.ts";

export class Session {
  readonly #credentials: Credentials;
  readonly #clock: OrgClock;
  readonly #retry: RetryPolicy;
  #current: Promise<Access> | null = null;
  /** The token in use; null while a login is on its way. */
  #openToken: string | null = null;

  constructor(credentials: Credentials, clock: OrgClock, retry: RetryPolicy) {
    this.#credentials = credentials;
    this.#clock = clock;
    this.#retry = retry;
  }

  /** The current access; logs in when there is none. */
  access(): Promise<Access> {
    this.#current ??= this.#login();
    return this.#current;
  }

  /** Renews a session found to be over, unless another call has done so already or is about to. */
  refresh(stale: Access): Promise<Access> {
    // No await before the new login is in place: a second caller has to find it.
    if (this.#openToken === stale.accessToken) this.#current = this.#login();
    return this.access();
  }

  #login(): Promise<Access> {
    this.#openToken = null;
    const login = withRetry(this.#retry, "The login to Salesforce", () => requestToken(this.#credentials, this.#clock));
    login.then(
      (access) => (this.#openToken = access.accessToken),
      // A failed login is not remembered: the next run tries again.
      () => (this.#current = null),
    );
    return login;
  }
}
