import { rowsOf, type Connection, type Figure, type Text } from "c/programAnswer";
import { programClock, type ClockAnswer, type ProgramClock } from "c/programClock";

interface RunNode {
  readonly Id: string;
  readonly Name: Text;
  readonly Status__c: Text;
  readonly Mode__c: Text;
  readonly Partner__r: { readonly Id: string; readonly Name: Text } | null;
  readonly CreatedDate: Text;
  readonly Started_At__c: Text;
  readonly Finished_At__c: Text;
  readonly Partners_Evaluated__c: Figure;
  readonly Rows_Written__c: Figure;
  readonly Rows_Failed__c: Figure;
  readonly Summary__c: Text;
}

interface HeldNode {
  readonly Id: string;
  readonly Name: Text;
  readonly Held_Reason__c: Text;
  readonly Plan__c: Text;
  readonly Plan_Hash__c: Text;
  readonly Approved_Plan_Hash__c: Text;
  readonly Approved_At__c: Text;
  readonly Approved_By__r: { readonly Name: Text } | null;
}

export interface RunsAnswer extends ClockAnswer {
  readonly recent: Connection<RunNode>;
  readonly held: Connection<HeldNode>;
}

export interface Run {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly mode: string;
  readonly partner: { readonly id: string; readonly name: string } | null;
  readonly at: string | null;
  readonly evaluated: number | null;
  readonly written: number | null;
  readonly failed: number | null;
  readonly summary: string;
}

export interface HeldPlan {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly plan: string | null;
  readonly hash: string | null;
  readonly isApproved: boolean;
  readonly approvedBy: string;
  readonly approvedAt: string | null;
}

export interface Runs {
  readonly recent: readonly Run[];
  readonly held: readonly HeldPlan[];
  readonly clock: ProgramClock | null;
}

function runOf(node: RunNode): Run {
  const partner = node.Partner__r;
  return {
    id: node.Id,
    name: node.Name.value ?? "",
    status: node.Status__c.value ?? "",
    statusLabel: node.Status__c.label ?? "",
    mode: node.Mode__c.label ?? "",
    partner: partner && { id: partner.Id, name: partner.Name.value ?? "" },
    at: node.Started_At__c.value ?? node.CreatedDate.value,
    evaluated: node.Partners_Evaluated__c.value,
    written: node.Rows_Written__c.value,
    failed: node.Rows_Failed__c.value,
    summary: node.Summary__c.value ?? "",
  };
}

function heldOf(node: HeldNode): HeldPlan {
  return {
    id: node.Id,
    name: node.Name.value ?? "",
    reason: node.Held_Reason__c.value ?? "",
    plan: node.Plan__c.value,
    hash: node.Plan_Hash__c.value,
    isApproved: node.Plan_Hash__c.value !== null && node.Plan_Hash__c.value === node.Approved_Plan_Hash__c.value,
    approvedBy: node.Approved_By__r?.Name.value ?? "",
    approvedAt: node.Approved_At__c.value,
  };
}

export function readRuns(answer: RunsAnswer): Runs {
  return {
    recent: rowsOf(answer.recent).map(runOf),
    held: rowsOf(answer.held).map(heldOf),
    clock: programClock(answer),
  };
}
