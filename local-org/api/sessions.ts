import { randomBytes } from "node:crypto";
import type { UserAccess } from "../access/userAccess.ts";
import { SalesforceError } from "../salesforceError.ts";

/** Two hours, the platform's default session length; by the machine's clock, so that a set org clock ends no session. */
const SESSION_MS = 2 * 60 * 60 * 1000;

interface Session {
  readonly userId: string;
  expiresAt: number;
}

/** Access tokens and whom they stand for. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();
  readonly #organizationId: string;
  readonly #accessOf: (userId: string) => UserAccess;

  constructor(organizationId: string, accessOf: (userId: string) => UserAccess) {
    this.#organizationId = organizationId;
    this.#accessOf = accessOf;
  }

  /** A new access token of that user. */
  open(userId: string): string {
    const token = `${this.#organizationId.slice(0, 15)}!${randomBytes(48).toString("base64url")}`;
    this.#sessions.set(token, { userId, expiresAt: Date.now() + SESSION_MS });
    return token;
  }

  revoke(token: string): void {
    this.#sessions.delete(token);
  }

  /** Who calls, by the Authorization header. Throws INVALID_SESSION_ID. */
  authenticate(authorization: string | undefined): UserAccess {
    const token = /^(?:Bearer|OAuth) (.+)$/.exec(authorization ?? "")?.[1] ?? "";
    const session = this.#sessions.get(token);
    if (!session || session.expiresAt < Date.now())
      throw new SalesforceError("INVALID_SESSION_ID", "Session expired or invalid", { status: 401 });
    session.expiresAt = Date.now() + SESSION_MS;
    return this.#accessOf(session.userId);
  }
}
