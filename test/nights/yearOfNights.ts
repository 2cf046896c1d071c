/** Nights one after another, with normal life in between; a person publishes the annual review in its third week. */
import { programOrg, type ProgramOrg } from "../journeys/programOrg.ts";
import { importedProgramme, NormalLife } from "./normalLife.ts";

export interface Nights {
  readonly nights: number;
  readonly holds: readonly string[];
  readonly failed: readonly string[];
  readonly moves: number;
  readonly published: number;
}

const dayMs = 86_400_000;

/** The first night is the first run over an imported programme; each is at two in the morning, Pacific time. */
export async function liveThrough(firstDay: string, nights: number, publishOn: string): Promise<Nights> {
  const org = await programOrg(importedProgramme(), { now: `${firstDay}T10:00:00Z` });
  const life = new NormalLife(org, 1);
  const told: Nights[] = [];
  try {
    for (let night = 0; night < nights; night += 1) {
      const day = new Date(Date.parse(firstDay) + night * dayMs).toISOString().slice(0, 10);
      told.push(await oneNight(org, day, publishOn));
      org.local.org.clock.set(`${day}T18:00:00Z`);
      await life.live(day);
    }
  } finally {
    await org.close();
  }
  return {
    nights: told.length,
    holds: told.flatMap(({ holds }) => holds),
    failed: told.flatMap(({ failed }) => failed),
    moves: told.reduce((sum, { moves }) => sum + moves, 0),
    published: told.reduce((sum, { published }) => sum + published, 0),
  };
}

async function oneNight(org: ProgramOrg, day: string, publishOn: string): Promise<Nights> {
  org.local.org.clock.set(`${day}T10:00:00Z`);
  const result = await org.run();
  const publishes = day === publishOn && result.annual !== null;
  const second = publishes ? await org.run({ approve: result.annual?.planHash ?? null }) : null;
  const results = [result, ...(second ? [second] : [])];
  return {
    nights: 1,
    holds: results.flatMap(({ held }) => (held ? [`${day}: ${held.reason}`] : [])),
    failed: results.flatMap(({ failures }) => failures.map(({ record, code }) => `${day}: ${record} ${code}`)),
    moves: results.reduce((sum, { changes }) => sum + changes.filter(({ moves }) => moves.length > 0).length, 0),
    published: second?.changes.filter(({ moves }) => moves.includes("Annual")).length ?? 0,
  };
}
