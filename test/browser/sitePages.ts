import type { SampleSite } from "./sampleSite.ts";

/** A page worth looking at: who looks, and at what. */
export interface SitePage {
  readonly name: string;
  readonly as: string;
  readonly path: (site: SampleSite) => string;
  /** Selectors to click, in order, before the picture is taken. */
  readonly clicks?: readonly string[];
  /** Where a phone has another way to the same. */
  readonly phoneClicks?: readonly string[];
  /** The time of the org to be looked at; it stays for the pages after it. */
  readonly now?: string;
  /** What happens to the org before; it stays for the pages after it. */
  readonly before?: (site: SampleSite) => Promise<void> | void;
  /** Whether the org is too busy to answer questions. */
  readonly isBusy?: boolean;
}

const MANAGER = "Partner_Account_Manager";
const EXECUTIVE = "Partner_Account_Executive";
const ADMINISTRATOR = "Partner_Program_Administrator";
/** An account executive whom nobody has given the permission set yet. */
const NEWCOMER = "ae.west@sample.partner-program.example.com";

function record(object: string, name?: string): (site: SampleSite) => string {
  return (site) => `/lightning/r/${object}/${name === undefined ? site.firstId(object) : site.idOf(object, name)}/view`;
}

function list(object: string): () => string {
  return () => `/lightning/o/${object}/list?filterName=All`;
}

/** Every page of the app: those with components of their own first. */
export const SITE_PAGES: readonly SitePage[] = [
  { name: "home-manager", as: MANAGER, path: () => "/lightning/page/home" },
  { name: "home-administrator", as: ADMINISTRATOR, path: () => "/lightning/page/home" },
  { name: "home-executive", as: EXECUTIVE, path: () => "/lightning/page/home" },
  { name: "account", as: MANAGER, path: record("Account", "Harborline Digital") },
  { name: "account-edit", as: MANAGER, path: record("Account", "Harborline Digital"), clicks: ["text=Edit"] },
  { name: "opportunity", as: EXECUTIVE, path: record("Opportunity") },
  { name: "deal-registration", as: MANAGER, path: record("Deal_Registration__c") },
  { name: "contact", as: MANAGER, path: record("Contact") },
  { name: "opportunity-partner", as: MANAGER, path: record("Opportunity_Partner__c") },
  { name: "tier-review", as: MANAGER, path: record("Partner_Tier_Review__c") },
  { name: "benefit", as: MANAGER, path: record("Partner_Benefit__c") },
  { name: "agreement", as: MANAGER, path: record("Partner_Agreement__c") },
  { name: "training", as: MANAGER, path: record("Partner_Training__c") },
  { name: "sync-run", as: ADMINISTRATOR, path: record("Partner_Sync_Run__c") },
  { name: "sync-run-plan", as: ADMINISTRATOR, path: record("Partner_Sync_Run__c"), clicks: ["role=tab >> nth=1"] },
  { name: "list-accounts", as: MANAGER, path: list("Account") },
  { name: "list-deal-registrations", as: MANAGER, path: list("Deal_Registration__c") },
  { name: "list-sync-runs", as: ADMINISTRATOR, path: list("Partner_Sync_Run__c") },
  { name: "search", as: MANAGER, path: () => "/lightning/search?term=harbor" },
];

/** What is shown in the documentation beside them: the same parts of the app with other records, forms and states. */
export const MORE_PICTURES: readonly SitePage[] = [
  {
    name: "account-evidence",
    as: MANAGER,
    path: record("Account", "Ravenscarp Systems"),
    clicks: ["role=tab >> nth=1"],
  },
  {
    name: "account-readiness",
    as: MANAGER,
    path: record("Account", "Harborline Digital"),
    clicks: ["role=tab >> nth=2"],
    phoneClicks: ["role=tab >> nth=2", "role=menuitem[name='People and Agreements']"],
  },
  {
    name: "opportunity-add-partner",
    as: EXECUTIVE,
    path: record("Opportunity", "Orchardvale Partners: library notifications"),
    clicks: ["c-opportunity-partners button:has-text('Add Partner')"],
  },
  {
    name: "deal-registration-refused",
    as: MANAGER,
    path: record("Deal_Registration__c", "DR-000017"),
    clicks: ["c-registration-decision button:has-text('Reject')"],
  },
  {
    name: "deal-registration-asked",
    as: MANAGER,
    path: record("Deal_Registration__c", "DR-000021"),
  },
  {
    name: "new-record",
    as: MANAGER,
    path: list("Deal_Registration__c"),
    clicks: ["role=button[name='New']"],
  },
  { name: "list-opportunities", as: EXECUTIVE, path: list("Opportunity") },
  { name: "list-contacts", as: MANAGER, path: list("Contact") },
  { name: "list-opportunity-partners", as: MANAGER, path: list("Opportunity_Partner__c") },
  { name: "list-tier-reviews", as: MANAGER, path: list("Partner_Tier_Review__c") },
  { name: "list-benefits", as: MANAGER, path: list("Partner_Benefit__c") },
  { name: "list-agreements", as: MANAGER, path: list("Partner_Agreement__c") },
  { name: "list-trainings", as: MANAGER, path: list("Partner_Training__c") },
  { name: "home-stale", as: ADMINISTRATOR, path: () => "/lightning/page/home", now: "2023-12-18T18:00:00Z" },
  { name: "account-stale", as: MANAGER, path: record("Account", "Harborline Digital") },
  { name: "account-error", as: MANAGER, path: record("Account", "Harborline Digital"), isBusy: true },
  {
    name: "account-no-permission",
    as: NEWCOMER,
    path: record("Account", "Harborline Digital"),
    before: (site) => site.withdrawRights(NEWCOMER),
  },
  {
    name: "annual-review",
    as: ADMINISTRATOR,
    path: () => "/lightning/page/home",
    now: "2024-01-04T18:00:00Z",
    before: (site) => site.run(),
  },
  {
    name: "annual-review-approve",
    as: ADMINISTRATOR,
    path: () => "/lightning/page/home",
    clicks: ["c-annual-review-approval [data-action='approve'] button"],
  },
];
