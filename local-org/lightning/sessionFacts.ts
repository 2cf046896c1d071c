import type { UserAccess } from "../access/userAccess.ts";
import type { Org } from "../org.ts";
import { i18nOf } from "./setup/locale.ts";
import type { SessionFacts, Setup } from "./pageFacts.ts";

/** Mutations by GraphQL are generally available from this version on. */
const API_BASE = "/services/data/v66.0";
const CORPORATE_CURRENCY = "USD";

/** The facts of one user's session. */
export function sessionFacts(org: Org, access: UserAccess, token: string, setup: Setup): SessionFacts {
  const user = org.store.find("User", access.userId);
  const isAdministrator = access.profile.isAdministrator;
  return {
    apiBase: API_BASE,
    token,
    userId: access.userId,
    isGuest: false,
    userName: String(user?.["Name"] ?? access.username),
    username: access.username,
    profile: access.profile.name,
    customPermissions: [...access.customPermissions],
    userPermissions: isAdministrator ? ["CustomizeApplication", "ModifyAllData", "ViewAllData", "ViewSetup"] : [],
    i18n: i18nOf(
      String(user?.["LocaleSidKey"] ?? "en_US"),
      String(user?.["TimeZoneSidKey"] ?? org.timeZone),
      CORPORATE_CURRENCY,
    ),
    setup,
  };
}
