import { LightningElement, api } from "lwc";
import benefitsLost from "@salesforce/label/c.PlanMoves_Benefits_Lost";
import down from "@salesforce/label/c.PlanMoves_Down";
import omittedText from "@salesforce/label/c.PlanMoves_Omitted";
import same from "@salesforce/label/c.PlanMoves_Same";
import unreadable from "@salesforce/label/c.PlanMoves_Unreadable";
import up from "@salesforce/label/c.PlanMoves_Up";
import { fillText } from "c/programFormat";
import { readPlan, type PlanMove, type PlanMoves as Moves } from "c/runPlan";

interface Row extends PlanMove {
  readonly reason: string | null;
  readonly losses: string | null;
}

interface Group {
  readonly key: string;
  readonly heading: string;
  readonly rows: readonly Row[];
}

/** Who goes down, who goes up and who stays by a plan, each with the reason. */
export default class PlanMoves extends LightningElement {
  /** `Plan__c` of a run. */
  @api plan: string | null = null;
  /** Reasons by partner id, where they are on record. */
  @api reasons: Readonly<Record<string, string>> = {};

  label = { unreadable };

  get moves(): Moves | null {
    return readPlan(this.plan);
  }

  get isUnreadable(): boolean {
    return this.moves === null;
  }

  get groups(): Group[] {
    if (!this.moves) return [];
    const { down: falling, up: rising, same: staying } = this.moves;
    return [
      { key: "down", heading: down, moves: falling },
      { key: "up", heading: up, moves: rising },
      { key: "same", heading: same, moves: staying },
    ]
      .filter(({ moves }) => moves.length > 0)
      .map(({ key, heading, moves }) => ({
        key,
        heading: fillText(heading, moves.length),
        rows: moves.map((move) => this.rowOf(move)),
      }));
  }

  get omitted(): string | null {
    const count = this.moves?.omitted ?? 0;
    return count > 0 ? fillText(omittedText, count) : null;
  }

  rowOf(move: PlanMove): Row {
    const count = move.benefitsLost.length;
    return {
      ...move,
      reason: this.reasons[move.partnerId] ?? null,
      losses: count > 0 ? fillText(benefitsLost, count) : null,
    };
  }
}
