/** Short ways to draw a deal, with believable times where a scenario names none. */
import { addDays, dayOf, earlier, momentOn, type Day, type Moment } from "./days.ts";
import type { DealSketch, LineSketch, PartSketch, RegistrationSketch } from "./sketches.ts";

/** No opportunity of a scenario was created later, unless it says so. */
const lastCreation = "2023-11-20";

interface Given extends Partial<Omit<DealSketch, "earr">> {
  readonly key: string;
  readonly title: string;
  readonly close: Day;
  readonly earr?: string | null;
}

/** Closed won on its close date, the partner added in good time by Twilio's sales team. */
export function won(
  key: string,
  title: string,
  close: Day,
  earr: string | null,
  given: Partial<Given> = {},
): DealSketch {
  return deal({ key, title, close, earr, ...given });
}

export function lost(key: string, title: string, close: Day, earr: string, given: Partial<Given> = {}): DealSketch {
  return deal({ key, title, close, earr, stage: "Closed Lost", ...given });
}

/** Open; its last stage change is of the month before the clock. */
export function open(key: string, title: string, close: Day, earr: string, given: Partial<Given> = {}): DealSketch {
  const closedAt = momentOn("2023-11-28");
  return deal({ key, title, close, earr, stage: "Proposal/Price Quote", closedAt, ...given });
}

function deal({ close, earr = null, ...given }: Given): DealSketch {
  return {
    stage: "Closed Won",
    currency: "USD",
    createdAt: momentOn(earlier(addDays(close, -120), lastCreation)),
    closedAt: momentOn(close),
    lines: [],
    parts: [{}],
    registrations: [],
    ...given,
    close,
    earr,
  };
}

export function line(family: LineSketch["family"], earr: string | null): LineSketch {
  return { family, earr };
}

export function resold(given: Partial<PartSketch> = {}): PartSketch {
  return { role: "Resold", ...given };
}

/** A row that came with a deal registration. */
export function registered(registration: string, addedAt: Moment): PartSketch {
  return { source: "Deal Registration", registration, addedAt };
}

/** Approved two days after its submission, unless told. */
export function approved(
  key: string,
  submittedAt: Moment,
  given: Partial<RegistrationSketch> = {},
): RegistrationSketch {
  const decidedAt = momentOn(addDays(dayOf(submittedAt), 2), 20);
  return { key, status: "Approved", submittedAt, decidedAt, ...given };
}
