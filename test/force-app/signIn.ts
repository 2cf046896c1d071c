import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { SignJWT } from "jose";
// The part that the service loads too: loaded after it, the whole of jsforce lacks its classes.
import { Connection } from "jsforce/lib/connection.js";
import type { TestOrg } from "../support/withOrg.ts";

/** Signs in as the user who holds one permission set, the way an integration does. */
export async function signIn(org: TestOrg, permissionSet: string): Promise<Connection> {
  const { clientId, privateKeyFile, users } = org.connection;
  const assertion = await new SignJWT({})
    .setProtectedHeader({ alg: "RS256" })
    .setIssuer(clientId)
    .setSubject(users[permissionSet]!)
    .setAudience(org.instanceUrl)
    .setExpirationTime("3m")
    .sign(createPrivateKey(readFileSync(privateKeyFile, "utf8")));
  const response = await fetch(`${org.instanceUrl}/services/oauth2/token`, {
    method: "POST",
    body: new URLSearchParams({ grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion }),
  });
  const token = (await response.json()) as { instance_url: string; access_token: string };
  return new Connection({ instanceUrl: token.instance_url, accessToken: token.access_token, version: "66.0" });
}

/** The four roles of the programme, each with a session of its own. */
export async function signInEveryone(org: TestOrg): Promise<Record<Role, Connection>> {
  const [executive, manager, administrator, service] = await Promise.all(
    ["Account_Executive", "Account_Manager", "Program_Administrator", "Sync_Service"].map((set) =>
      signIn(org, `Partner_${set}`),
    ),
  );
  return { executive: executive!, manager: manager!, administrator: administrator!, service: service! };
}

export type Role = "executive" | "manager" | "administrator" | "service";

type Values = Record<string, unknown>;

/** Where several rules refuse a save, jsforce says only that there were several; what they say stands in its data. */
function tellAll(error: Error & { data?: unknown }): never {
  if (!Array.isArray(error.data)) throw error;
  throw new Error((error.data as { message: string }[]).map(({ message }) => message).join("\n"));
}

/** What people do in one org, each save as its id, and what the org then holds. */
export class Team {
  readonly #sessions: Record<Role, Connection>;

  constructor(sessions: Record<Role, Connection>) {
    this.#sessions = sessions;
  }

  async create(role: Role, object: string, values: Values): Promise<string> {
    const result = await this.#sessions[role].create(object, values);
    return result.id!;
  }

  async update(role: Role, object: string, id: string, values: Values): Promise<void> {
    await this.#sessions[role].update(object, { Id: id, ...values }).catch(tellAll);
  }

  async remove(role: Role, object: string, id: string): Promise<void> {
    await this.#sessions[role].destroy(object, id);
  }

  async find(query: string): Promise<Values[]> {
    const { records } = await this.#sessions.service.query<Values>(query);
    return records.map(({ attributes: _attributes, ...values }) => values);
  }

  /** The id of the one record of that name. */
  async idOf(object: string, name: string): Promise<string> {
    const [row] = await this.find(`SELECT Id FROM ${object} WHERE Name = '${name}'`);
    return row!["Id"] as string;
  }
}
