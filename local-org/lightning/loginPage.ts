import type { Org } from "../org.ts";
import { escapeHtml } from "./htmlText.ts";
import { plainPage, type Page } from "./pageHtml.ts";
import type { Theme } from "./stylesheets.ts";

interface LoginUser {
  readonly username: string;
  readonly name: string;
  readonly profile: string;
  readonly permissionSets: string | null;
}

/** Everybody who may log in, with what they may do. */
export function loginUsers(org: Org): LoginUser[] {
  return org.store.db
    .prepare(
      `SELECT u."Username" AS username, u."Name" AS name, p."Name" AS profile,
         (SELECT group_concat(s."Label", ', ') FROM "PermissionSetAssignment" a
            JOIN "PermissionSet" s ON s."Id" = a."PermissionSetId"
           WHERE a."AssigneeId" = u."Id" AND a."IsDeleted" = 0) AS permissionSets
       FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId"
       WHERE u."IsActive" = 1 AND u."IsDeleted" = 0 ORDER BY permissionSets IS NULL, permissionSets, u."Name"`,
    )
    .all() as unknown as LoginUser[];
}

/** A user by username, by id, or by the permission set that a starting user holds; null = none such. */
export function userNamed(org: Org, text: string, byPermissionSet: Readonly<Record<string, string>>): string | null {
  const username = byPermissionSet[text] ?? text;
  const id = org.userIdOf(username);
  if (id !== null) return id;
  return org.store.find("User", text)?.["IsActive"] === true ? text : null;
}

function row({ username, name, profile, permissionSets }: LoginUser, startUrl: string): string {
  const href = `/lightning/login?${new URLSearchParams({ as: username, startURL: startUrl }).toString()}`;
  return `<tr class="slds-hint-parent">
<th scope="row"><a href="${escapeHtml(href)}">${escapeHtml(name)}</a></th>
<td>${escapeHtml(permissionSets ?? "–")}</td>
<td>${escapeHtml(profile)}</td>
<td>${escapeHtml(username)}</td>
</tr>`;
}

/** The list of users, one click each: nobody has a password in a local org. */
export function loginPage(org: Org, startUrl: string, problem: string | null, theme: Theme): Page {
  const rows = loginUsers(org).map((user) => row(user, startUrl));
  const notice =
    problem === null
      ? ""
      : `<div class="slds-notify slds-notify_alert slds-alert_error" role="alert"><h2>${escapeHtml(problem)}</h2></div>`;
  return plainPage(
    "Login | Salesforce",
    `${notice}<main class="slds-p-around_large slds-container_x-large slds-container_center">
<h1 class="slds-text-heading_large slds-m-bottom_small">Log in to the local org</h1>
<p class="slds-m-bottom_medium">Choose who to be. What each may see and do comes from profile and permission sets.</p>
<div class="slds-card slds-scrollable_x">
<table class="slds-table slds-table_cell-buffer slds-table_bordered">
<thead><tr class="slds-line-height_reset"><th scope="col">Name</th><th scope="col">Permission sets</th><th scope="col">Profile</th><th scope="col">Username</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</div>
</main>`,
    theme,
  );
}
