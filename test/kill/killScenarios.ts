/** Nights that are cut off at each of their requests: a first one, one with work of every kind, a published year, one in bulk, one in small pages. */
import type { RunRequest } from "../../sync-service/run/runTypes.ts";
import type { ProgramOrg } from "../journeys/programOrg.ts";
import { attribution, type Seed, seedNow, smallProgram } from "../journeys/programSeed.ts";

export interface KillScenario {
  readonly name: string;
  readonly seed: () => Seed;
  readonly pageSize?: number;
  /** What lies before the night; returns what the night is asked. */
  readonly prepare: (org: ProgramOrg) => Promise<Partial<RunRequest>>;
  /** The org's clock in the night. */
  readonly now: string;
}

const first: KillScenario = {
  name: "a first night",
  seed: smallProgram,
  prepare: () => Promise.resolve({}),
  now: seedNow,
};

const changed: KillScenario = {
  name: "a night after a busy day",
  seed: () => ({ ...smallProgram(), Deal_Registration__c: registrations() }),
  prepare: async (org) => {
    await org.run();
    const [deal] = await org.records("SELECT Id FROM Opportunity WHERE Name = 'Deal4'");
    await org.update("Opportunity", String(deal?.Id), { StageName: "Closed Won", CloseDate: "2023-12-15" });
    const [partner] = await org.records("SELECT Id FROM Account WHERE Name = 'Northwind'");
    await org.update("Account", String(partner?.Id), { Partner_Status__c: "Deactivated" });
    return {};
  },
  now: "2023-12-16T10:00:00Z",
};

const published: KillScenario = {
  name: "the night in which the year is published",
  seed: smallProgram,
  prepare: async (org) => {
    await org.run();
    org.local.org.clock.set("2024-01-02T10:00:00Z");
    const { annual } = await org.run();
    return { approve: annual?.planHash ?? null };
  },
  now: "2024-01-03T10:00:00Z",
};

const inBulk: KillScenario = {
  name: "a first night that reads and writes in bulk",
  seed: manyAttributions,
  pageSize: 700,
  prepare: () => Promise.resolve({}),
  now: seedNow,
};

/** Every query in several pages: the night may end between any two of them. */
const inPages: KillScenario = { ...changed, name: "a night after a busy day, in pages of two rows", pageSize: 2 };

export const killScenarios: readonly KillScenario[] = [first, changed, published, inBulk, inPages];

function registrations(): Record<string, string>[] {
  const [approved] = smallProgram().Deal_Registration__c ?? [];
  return [
    { ...approved },
    // Expires in the night that is cut off.
    {
      ...approved,
      Partner__c: "Contoso",
      Opportunity__c: "",
      Status__c: "Submitted",
      Submitted_At__c: "2023-09-16T10:00:00Z",
    },
  ];
}

function manyAttributions(): Seed {
  const seed = smallProgram();
  const [deal] = seed.Opportunity ?? [];
  const names = Array.from({ length: 2050 }, (_, at) => `Many${at}`);
  return {
    ...seed,
    Opportunity: [...(seed.Opportunity ?? []), ...names.map((name) => ({ ...deal, Id: name, Name: name }))],
    Opportunity_Partner__c: [
      ...(seed.Opportunity_Partner__c ?? []),
      ...names.map((name) => attribution(name, "Contoso")),
    ],
  };
}
