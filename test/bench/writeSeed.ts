import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";

export interface SeedSize {
  readonly attributions: number;
  readonly partners: number;
  /** Attributions that share an opportunity are 1 in 5, as in the field: two partners on a deal. */
  readonly seed: number;
}

/** Mulberry32: a small generator with a fixed seed, so that a size always gives the same bytes. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

class CsvFile {
  readonly #stream: WriteStream;

  constructor(directory: string, object: string, header: string) {
    this.#stream = createWriteStream(join(directory, `${object}.csv`));
    this.#stream.write(`${header}\n`);
  }

  async add(line: string): Promise<void> {
    if (!this.#stream.write(`${line}\n`)) await once(this.#stream, "drain");
  }

  async close(): Promise<void> {
    this.#stream.end();
    await once(this.#stream, "close");
  }
}

const DAY_MS = 86_400_000;
const NEWEST = Date.parse("2023-12-14T00:00:00Z");

function day(daysBack: number): string {
  return new Date(NEWEST - daysBack * DAY_MS).toISOString().slice(0, 10);
}

async function writePartners(directory: string, partners: number): Promise<void> {
  const accounts = new CsvFile(directory, "Account", "Id,Name,Partner_Status__c,Partner_Enrolled_Date__c");
  const contacts = new CsvFile(directory, "Contact", "Id,LastName,AccountId");
  const training = new CsvFile(directory, "Partner_Training__c", "Contact__c,Course__c,Completed_Date__c");
  const agreements = new CsvFile(directory, "Partner_Agreement__c", "Partner__c,Type__c,Effective_Date__c");
  for (let p = 0; p < partners; p += 1) {
    await accounts.add(`p${p},Partner ${p},Enrolled,2022-01-01`);
    await agreements.add(`p${p},Baseline Partner Agreement,2022-01-01`);
    for (let c = 0; c < p % 18; c += 1) {
      await contacts.add(`p${p}c${c},Person ${c},p${p}`);
      await training.add(`p${p}c${c},Twilio_Platform,2023-02-01`);
      await training.add(`p${p}c${c},Sellers_Series_101,2023-02-01`);
    }
  }
  await Promise.all([accounts, contacts, training, agreements].map((file) => file.close()));
}

const OPPORTUNITY = "Id,Name,AccountId,StageName,CloseDate,eARR__c,CreatedDate,LastStageChangeDate";
const ATTRIBUTION = "Opportunity__c,Partner__c,Source__c,Role__c,CreatedDate";

/** Writes a seed of that size: partners with training and agreements, deals of two years, most won, some open or lost. */
export async function writeSeed(directory: string, { attributions, partners, seed }: SeedSize): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const random = generator(seed);
  await writePartners(directory, partners);
  const opportunities = new CsvFile(directory, "Opportunity", OPPORTUNITY);
  const rows = new CsvFile(directory, "Opportunity_Partner__c", ATTRIBUTION);
  let deal = -1;
  for (let a = 0; a < attributions; a += 1) {
    if (a % 5 !== 1) {
      deal += 1;
      const closed = day(random(700));
      const stage = random(10) < 7 ? "Closed Won" : random(2) === 0 ? "Closed Lost" : "Negotiation/Review";
      const earr = `${500 + random(90_000)}.${String(random(100)).padStart(2, "0")}`;
      await opportunities.add(
        `o${deal},Deal ${deal},p${random(partners)},${stage},${closed},${earr},${day(900)}T12:00:00Z,${closed}T18:00:00Z`,
      );
    }
    await rows.add(
      `o${deal},p${(deal * 7 + (a % 5 === 1 ? 1 : 0)) % partners},Twilio Sales,Influenced,${day(800)}T12:00:00Z`,
    );
  }
  await Promise.all([opportunities.close(), rows.close()]);
}
