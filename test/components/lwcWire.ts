/** Answers to the queries of components under test, by the test adapter that sfdx-lwc-jest puts in place of the wire. */
import { graphql, type GraphqlFault } from "lightning/graphql";
import { settled } from "support/lwcPage";

interface Config {
  readonly variables?: Readonly<Record<string, unknown>>;
}

interface TestAdapter {
  emit(data: unknown, isFor: (config: Config) => boolean, refresh: () => Promise<void>): void;
  emitErrors(errors: readonly GraphqlFault[], isFor: (config: Config) => boolean): void;
}

const adapter = graphql as unknown as TestAdapter;

/** Counts how often pages asked for the same once more. */
export const refreshed = jest.fn(() => Promise.resolve());

/** Queries are told apart by a variable that only they have. */
const asksBy =
  (variable: string) =>
  ({ variables }: Config): boolean =>
    variables !== undefined && variable in variables;

export async function answer(data: unknown, variable = "recordId"): Promise<void> {
  await settled();
  adapter.emit(data, asksBy(variable), refreshed);
  await settled();
}

export async function refuse(errors: readonly GraphqlFault[], variable = "recordId"): Promise<void> {
  await settled();
  adapter.emitErrors(errors, asksBy(variable));
  await settled();
}

/** What the platform says of a field or an object that the person may not see. */
export const NO_ACCESS: readonly GraphqlFault[] = [
  { message: "Validation error (FieldUndefined@[uiapi/query/Account]) : Field 'Partner_Tier__c' is undefined" },
];
