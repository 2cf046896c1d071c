/** What the HTTP API works with: shapes only. */
import type { Org } from "../crm/org.ts";
import type { Log } from "../logger.ts";
import type { RunBoard } from "../runBoard.ts";

export interface HttpParts {
  readonly org: Org;
  readonly log: Log;
  readonly board: RunBoard;
  /** Bearer token of every route that shows or starts something; null = those routes are closed. */
  readonly token: string | null;
  readonly readiness: Readiness;
  readonly limits: HttpLimits;
  /** When the last good run over all partners began, as the ledger had it at the start; epoch milliseconds. */
  readonly lastCompletedAt: number | null;
}

export interface Readiness {
  /** null: ready to work; else what is in the way. */
  readonly obstacle: () => string | null;
}

export interface HttpLimits {
  /** Requests a minute and address; health checks are not counted. */
  readonly requestsPerMinute: number;
  /** Progress streams open at once. */
  readonly streams: number;
  /** How often a stream looks at a run that another process carries out, in milliseconds. */
  readonly streamPollMs: number;
}

export const defaultLimits: HttpLimits = { requestsPerMinute: 120, streams: 20, streamPollMs: 5_000 };
