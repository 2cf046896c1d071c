/**
 * Salesforce's own words, and a proxy's, may repeat what was sent to them: a session, a signed assertion, somebody's
 * address. Errors go into logs, records and tickets, so that none of that may stay in them.
 */

const hidden = "[hidden]";

/** A session id: the org's id, an exclamation mark, the secret (as it stands in text, and in an address). */
const sessionId = /\b00D[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?(?:!|%21)[\w.%-]+/g;
/** Signed assertions and tokens: three parts of base64url. */
const signedToken = /\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]+)?/g;
const named =
  /\b(access_token|refresh_token|id_token|client_secret|client_assertion|assertion|password|sid|sessionId|session_id)("?\s*(?:=|:|%3D)\s*"?)[^\s"'&,;}<]+/gi;
const authorization = /\b(Bearer|OAuth|Basic)\s+[\w.!+/=%~-]{8,}/g;
const key = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;
const address = /[\w.!#$%&'*+/=?^`{|}~-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+/g;

/** The same text with sessions, tokens, keys and e-mail addresses taken out. */
export function withoutSecrets(text: string): string {
  return text
    .replace(key, hidden)
    .replace(sessionId, hidden)
    .replace(signedToken, hidden)
    .replace(named, `$1$2${hidden}`)
    .replace(authorization, `$1 ${hidden}`)
    .replace(address, hidden);
}
