/** What happens in a partner programme between two nights: the same life for the same seed. */
import type { ProgramOrg } from "../journeys/programOrg.ts";
import { attribution, type Seed } from "../journeys/programSeed.ts";
import { Random } from "../oracle/random.ts";

const quarterEnds = ["-03-31", "-06-30", "-09-30", "-12-31"];
const baseline = "Baseline Partner Agreement";

/** Sixty partners as an import brings them: tiers that nobody computed, a year of deals, agreements, trained people. */
export function importedProgramme(): Seed {
  const names = Array.from({ length: 60 }, (_, at) => `Partner${String(at).padStart(2, "0")}`);
  const tierOf = (at: number) => (at % 12 === 0 ? "Silver" : at % 4 === 0 ? "Bronze" : "Registered");
  const people = names.flatMap((name, at) =>
    Array.from({ length: at % 12 === 0 ? 10 : 3 }, (_, person) => ({ id: `${name}-${person}`, name })),
  );
  const deals = names.flatMap((name, at) => [0, 1, 2].map((deal) => ({ name, id: `${name}-deal${deal}`, at, deal })));
  return {
    Account: [
      ...names.map((name, at) => ({
        Id: name,
        Name: name,
        Partner_Status__c: "Enrolled",
        Partner_Tier__c: tierOf(at),
        Partner_Program_Year__c: "2023",
        Partner_Enrolled_Date__c: "2022-03-01",
      })),
      { Id: "Customer", Name: "A customer" },
    ],
    Contact: people.map(({ id, name }) => ({ Id: id, LastName: id, AccountId: name })),
    Partner_Training__c: people.flatMap(({ id }) =>
      ["Twilio_Platform", "Sellers_Series_101"].map((course) => ({
        Contact__c: id,
        Course__c: course,
        Completed_Date__c: "2023-01-15",
      })),
    ),
    Partner_Agreement__c: names.map((name) => ({
      Partner__c: name,
      Type__c: baseline,
      Effective_Date__c: "2022-01-01",
    })),
    Opportunity: deals.map(({ id, at, deal }) => {
      const day = `2023-0${1 + ((at + deal * 2) % 6)}-1${at % 9}`;
      return {
        Id: id,
        Name: id,
        AccountId: "Customer",
        StageName: "Closed Won",
        CloseDate: day,
        CreatedDate: "2022-12-01T10:00:00Z",
        LastStageChangeDate: `${day}T18:00:00Z`,
        eARR__c: String(at % 12 === 0 ? 90_000 : 3_000 + ((at * 700 + deal * 900) % 8_000)),
      };
    }),
    Opportunity_Partner__c: deals.map(({ id, name }) => ({
      ...attribution(id, name),
      CreatedDate: "2022-12-05T10:00:00Z",
    })),
  };
}

export class NormalLife {
  readonly #org: ProgramOrg;
  readonly #random: Random;
  #newcomers = 0;

  constructor(org: ProgramOrg, seed: number) {
    this.#org = org;
    this.#random = new Random(seed);
  }

  /** One day's work: deals, the rush before a quarter's end, corrections of what was won long ago, people and partners who come. */
  async live(day: string): Promise<void> {
    const isPeak = quarterEnds.some((end) => day.slice(4) <= end && day.slice(4) > `${end.slice(0, 4)}28`.slice(0, 6));
    const deals = isPeak ? this.#random.between(8, 15) : this.#random.between(0, 2);
    for (let deal = 0; deal < deals; deal += 1) await this.#winDeal(day);
    if (this.#random.isLucky(25)) await this.#correctDeal();
    if (this.#random.isLucky(15)) await this.#trainSomebody(day);
    if (this.#random.isLucky(8)) await this.#enrol(day);
    if (this.#random.isLucky(3)) await this.#loseSomething();
  }

  async #winDeal(day: string): Promise<void> {
    const { create, update } = this.#org;
    const partner = await this.#one("Account", "Partner_Status__c = 'Enrolled'");
    const opportunity = await create("Opportunity", {
      Name: `Deal of ${day}`,
      StageName: "Negotiation/Review",
      CloseDate: day,
      eARR__c: this.#random.between(500, 9_000),
    });
    await create("Opportunity_Partner__c", {
      Opportunity__c: opportunity,
      Partner__c: partner,
      Source__c: "Twilio Sales",
      Role__c: "Influenced",
    });
    await update("Opportunity", opportunity, { StageName: this.#random.isLucky(80) ? "Closed Won" : "Closed Lost" });
  }

  /** An amount is put right, or a deal reopened, months after its close. */
  async #correctDeal(): Promise<void> {
    const deal = await this.#one("Opportunity", "IsWon = true");
    const correction = this.#random.isLucky(70)
      ? { eARR__c: this.#random.between(0, 12_000) }
      : { StageName: "Negotiation/Review" };
    await this.#org.update("Opportunity", deal, correction);
  }

  async #trainSomebody(day: string): Promise<void> {
    const contact = await this.#one("Contact", "Account.Partner_Status__c = 'Enrolled'");
    const course = this.#random.pick(["Twilio_Platform", "Sellers_Series_101"]);
    await this.#org.create("Partner_Training__c", { Contact__c: contact, Course__c: course, Completed_Date__c: day });
  }

  async #enrol(day: string): Promise<void> {
    this.#newcomers += 1;
    const { create } = this.#org;
    const partner = await create("Account", {
      Name: `Newcomer ${this.#newcomers}`,
      Partner_Status__c: "Enrolled",
      Partner_Enrolled_Date__c: day,
    });
    await create("Partner_Agreement__c", { Partner__c: partner, Type__c: baseline, Effective_Date__c: day });
    await create("Contact", { LastName: `Person ${this.#newcomers}`, AccountId: partner });
  }

  /** A deal is deleted, an agreement ends, a partner is suspended. */
  async #loseSomething(): Promise<void> {
    const what = this.#random.between(1, 3);
    if (what === 1) await this.#org.remove("Opportunity", await this.#one("Opportunity", "IsWon = true"));
    if (what === 2)
      await this.#org.update("Partner_Agreement__c", await this.#one("Partner_Agreement__c", "End_Date__c = null"), {
        End_Date__c: "2023-12-31",
      });
    if (what === 3)
      await this.#org.update("Account", await this.#one("Account", "Partner_Status__c = 'Enrolled'"), {
        Partner_Status__c: "Suspended",
      });
  }

  async #one(object: string, where: string): Promise<string> {
    const rows = await this.#org.records(`SELECT Id FROM ${object} WHERE ${where} ORDER BY Id LIMIT 500`);
    return String(this.#random.pick(rows)["Id"]);
  }
}
