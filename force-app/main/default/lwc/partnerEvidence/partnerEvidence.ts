import { api } from "lwc";
import type { GraphqlDocument } from "lightning/graphql";
import AnswerCard from "c/answerCard";
import { saveCsv } from "c/csvFile";
import { rowsOf } from "c/programAnswer";
import { programClock, type ProgramClock } from "c/programClock";
import { fillText } from "c/programFormat";
import type { EvidenceAnswer, EvidencePartnerNode } from "./evidenceAnswer";
import { chosenRows, rowsWithin, type SortColumn } from "./evidenceChoice";
import { evidenceCsv } from "./evidenceCsv";
import { EVIDENCE_QUERY } from "./evidenceQuery";
import { evidenceRow, type EvidenceRow } from "./evidenceRow";
import { evidenceTotals, type EvidenceTotals } from "./evidenceTotals";
import { evidenceWindows, type EvidenceWindow, type WindowName } from "./evidenceWindows";
import { label } from "./labels";
import { nearMisses, type NearMiss } from "./nearMisses";

const VERDICTS: readonly (readonly [value: string, text: string])[] = [
  ["", label.everyVerdict],
  ["Counted", label.counted],
  ["Excluded", label.excluded],
  ["Pending", label.pending],
  ["Lost", label.lost],
];
/** Beyond ten thousand rows a report is the place to look. */
const MOST_PAGES = 5;

/** Every opportunity of a partner, with its verdict in words, in totals that add up to the tier card. */
export default class PartnerEvidence extends AnswerCard<EvidenceAnswer> {
  @api recordId?: string;

  label = label;
  verdicts = VERDICTS.map(([value, text]) => ({ value, label: text }));
  /** Rows of each page that was read, the first page at 0. */
  pages: readonly (readonly EvidenceRow[])[] = [];
  page = 0;
  after: string | null = null;
  windowName: WindowName = "trailing";
  status = "";
  search = "";
  sortBy: SortColumn = "closeDate";
  isDescending = true;

  get query(): GraphqlDocument {
    return EVIDENCE_QUERY;
  }

  get variables(): Record<string, unknown> {
    return { recordId: this.recordId, after: this.after };
  }

  override take(answer: EvidenceAnswer): void {
    this.answer = answer;
    this.pages = [...this.pages.slice(0, this.page), rowsOf(answer.Opportunity_Partner__c).map(evidenceRow)];
    const { hasNextPage = false, endCursor = null } = answer.Opportunity_Partner__c.pageInfo ?? {};
    if (!hasNextPage || endCursor === null || this.page + 1 >= MOST_PAGES) return;
    this.page += 1;
    this.after = endCursor;
  }

  get partner(): EvidencePartnerNode | undefined {
    return this.answer ? rowsOf(this.answer.Account)[0] : undefined;
  }

  get clock(): ProgramClock | null {
    return this.answer && programClock(this.answer);
  }

  get rows(): readonly EvidenceRow[] {
    return this.pages.flat();
  }

  override get isHidden(): boolean {
    return this.answer !== null && this.partner === undefined;
  }

  get isNoPartner(): boolean {
    return this.partner !== undefined && !this.partner.Partner_Status__c.value;
  }

  get isEmpty(): boolean {
    return this.partner !== undefined && !this.isNoPartner && this.rows.length === 0;
  }

  get isUncalculated(): boolean {
    return this.rows.length > 0 && !this.isNoPartner && this.clock === null;
  }

  get isShown(): boolean {
    return this.rows.length > 0 && !this.isNoPartner && this.clock !== null;
  }

  get isCut(): boolean {
    return this.rows.length < (this.answer?.Opportunity_Partner__c.totalCount ?? 0);
  }

  get cutText(): string {
    return fillText(label.cutText, this.rows.length, this.answer?.Opportunity_Partner__c.totalCount ?? 0);
  }

  get windows(): readonly EvidenceWindow[] {
    return this.clock && this.partner ? evidenceWindows(this.clock, this.partner) : [];
  }

  get windowOptions(): object[] {
    return this.windows.map(({ name, title }) => ({ value: name, label: title }));
  }

  get window(): EvidenceWindow | undefined {
    return this.windows.find(({ name }) => name === this.windowName);
  }

  get totals(): EvidenceTotals | null {
    return this.window ? evidenceTotals(rowsWithin(this.rows, this.window), this.window, this.isCut) : null;
  }

  get checkClass(): string {
    return this.totals?.addsUp ? "slds-text-color_success" : "slds-text-color_error";
  }

  get chosen(): readonly EvidenceRow[] {
    const { window, status, search, sortBy, isDescending } = this;
    return window ? chosenRows(this.rows, { window, status, search, sortBy, isDescending }) : [];
  }

  get misses(): readonly NearMiss[] {
    const { clock, partner } = this;
    if (!clock || !partner) return [];
    const reviews = rowsOf(partner.Partner_Tier_Reviews__r);
    const publishedYears = reviews.flatMap(({ Program_Year__c: { value } }) => (value === null ? [] : [value]));
    return nearMisses(this.rows, { clock, manager: partner.Partner_Manager__r?.Name.value ?? null, publishedYears });
  }

  handleWindow(event: CustomEvent<{ value: WindowName }>): void {
    this.windowName = event.detail.value;
  }

  handleStatus(event: CustomEvent<{ value: string }>): void {
    this.status = event.detail.value;
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.search = event.detail.value;
  }

  handleSort(event: CustomEvent<SortColumn>): void {
    this.isDescending = event.detail === this.sortBy ? !this.isDescending : event.detail === "cents";
    this.sortBy = event.detail;
  }

  handleExport(): void {
    saveCsv(fillText(label.fileName, this.clock?.asOf ?? ""), evidenceCsv(this.chosen));
  }
}
