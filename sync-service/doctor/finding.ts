/** What an examination found: shapes only. */

export type Level = "ok" | "warning" | "fault";

export interface Finding {
  readonly level: Level;
  /** What was looked at. */
  readonly check: string;
  readonly what: string;
  /** What to do; null where all is well. */
  readonly advice: string | null;
}

export function ok(check: string, what: string): Finding {
  return { level: "ok", check, what, advice: null };
}

export function warning(check: string, what: string, advice: string): Finding {
  return { level: "warning", check, what, advice };
}

export function fault(check: string, what: string, advice: string): Finding {
  return { level: "fault", check, what, advice };
}
