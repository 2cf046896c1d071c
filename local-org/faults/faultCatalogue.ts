import { CALL_FAULTS } from "./callFaults.ts";
import { CONNECTION_FAULTS } from "./connectionFaults.ts";
import type { Fault } from "./fault.ts";
import { JOB_AND_ROW_FAULTS } from "./jobAndRowFaults.ts";

/**
 * Every fault that can be switched on, by name, in its wire form. Words come from Salesforce's documentation, from
 * issues and from logs: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
 */
export const FAULTS = { ...CALL_FAULTS, ...CONNECTION_FAULTS, ...JOB_AND_ROW_FAULTS } as const satisfies Readonly<
  Record<string, Fault>
>;

export type FaultName = keyof typeof FAULTS;

export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];

/** The fault of that name. */
export function faultOf(name: FaultName): Fault {
  return FAULTS[name];
}
