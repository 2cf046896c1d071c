/** What a connection.json may hold that leads to no org. */
export interface ConnectionCase {
  readonly what: string;
  /** null: there is no such file. */
  readonly content: string | null;
  readonly says: string;
}

const whole = { instanceUrl: "http://127.0.0.1:9", accessToken: "t", clientId: "c", privateKeyFile: "", users: {} };
const asUser = { ...whole, users: { Partner_Sync_Service: "u" }, privateKeyFile: "nowhere.key" };
const anew = "is no connection to a local org: start one anew by `npm run org`";

export const connectionCases: readonly ConnectionCase[] = [
  { what: "that is not there", content: null, says: "can't be read: start a local org by `npm run org`" },
  { what: "of nothing", content: "", says: anew },
  { what: "cut short", content: '{"instanceUrl": "http', says: anew },
  { what: "that is a list", content: "[]", says: anew },
  { what: "without a token", content: JSON.stringify({ ...whole, accessToken: "" }), says: anew },
  { what: "without an address", content: JSON.stringify({ ...whole, instanceUrl: "here" }), says: anew },
  { what: "without users", content: JSON.stringify({ ...whole, users: null }), says: anew },
  {
    what: "with a key that is gone",
    content: JSON.stringify(asUser),
    says: "nowhere.key can't be read: start a local",
  },
];
