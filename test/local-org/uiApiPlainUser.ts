import { signIn } from "../force-app/signIn.ts";
import { query, restClient } from "../support/restClient.ts";
import type { TestOrg } from "../support/withOrg.ts";

/** A session of a user who has lost every permission set: standard objects without their custom fields. */
export async function signInPlainUser(org: TestOrg): Promise<ReturnType<typeof restClient>> {
  const session = await signIn(org, "Partner_Account_Manager");
  const asAdministrator = restClient(org);
  const username = org.connection.users["Partner_Account_Manager"];
  const assignments = await query(
    asAdministrator,
    `SELECT Id FROM PermissionSetAssignment WHERE Assignee.Username = '${username}'`,
  );
  for (const { Id } of assignments)
    await asAdministrator(`/sobjects/PermissionSetAssignment/${String(Id)}`, { method: "DELETE" });
  return restClient(org, session.accessToken!);
}
