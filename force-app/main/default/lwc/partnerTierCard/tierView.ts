import type { ProgramClock } from "c/programClock";
import type { Explained } from "./explanationOf";
import type { PartnerNode } from "./partnerTierAnswer";
import type { TierOrder } from "./tierOrder";

/** What every part of the card is made from. */
export interface TierCase {
  readonly partner: PartnerNode;
  readonly clock: ProgramClock;
  readonly order: TierOrder;
}

export interface ClockView {
  readonly key: string;
  readonly title: string;
  readonly tier: string | null;
  readonly amount: string;
  readonly split: string | null;
  readonly period: string;
  readonly meaning: string;
}

export interface RequirementView {
  readonly key: string;
  readonly name: string;
  readonly standing: string;
  readonly missing: string;
  readonly isMet: boolean;
  readonly percent: number;
}

export interface ProgressView {
  readonly heading: string;
  readonly note: string | null;
  readonly requirements: readonly RequirementView[];
}

export interface RollOffView {
  readonly days: readonly {
    readonly key: string;
    readonly day: string;
    readonly amount: string;
    readonly deals: string;
    readonly left: string;
  }[];
  /** The first day on which what is left no longer carries the tier. */
  readonly crossing: string | null;
  readonly note: string | null;
}

export interface WarningView {
  readonly key: string;
  readonly variant: "warning" | "error" | "info";
  readonly heading: string;
  readonly text: string;
}

export interface TierView {
  readonly tier: string | null;
  readonly since: string;
  readonly warnings: readonly WarningView[];
  readonly clocks: readonly ClockView[];
  readonly progress: ProgressView;
  readonly rollOff: RollOffView;
  readonly explanation: readonly Explained[];
}
