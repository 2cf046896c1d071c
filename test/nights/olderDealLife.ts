/** What happens to deals that closed before every window: rarely anything, and a filtered night must not miss it. */
import type { ProgramOrg } from "../journeys/programOrg.ts";
import { attribution, type Seed } from "../journeys/programSeed.ts";
import { Random } from "../oracle/random.ts";
import { importedProgramme } from "./normalLife.ts";

const olderDeals = 120;

/**
 * The imported programme with as many deals again, won and lost in 2018 to 2021, some of several partners; and a
 * partner whose only activity in the year is a row on one of them.
 */
export function programmeWithPast(): Seed {
  const seed = importedProgramme();
  const deals = Array.from({ length: olderDeals }, (_, at) => {
    const year = 2018 + (at % 4);
    const day = `${year}-${String(1 + (at % 12)).padStart(2, "0")}-15`;
    return { id: `old-deal${at}`, day, stage: at % 7 === 0 ? "Closed Lost" : "Closed Won", at };
  });
  const rows = deals.flatMap(({ id, day, at }) =>
    Array.from({ length: 1 + (at % 3) }, (_, row) => ({
      Opportunity__c: id,
      Partner__c: `Partner${String((at * 7 + row * 13) % 60).padStart(2, "0")}`,
      Source__c: "Twilio Sales",
      Role__c: "Influenced",
      CreatedDate: `${day}T10:00:00Z`,
    })),
  );
  return {
    ...seed,
    Account: [
      ...seed["Account"]!,
      { Id: "Quiet", Name: "Quiet", Partner_Status__c: "Enrolled", Partner_Enrolled_Date__c: "2022-03-01" },
    ],
    Partner_Agreement__c: [
      ...seed["Partner_Agreement__c"]!,
      { Partner__c: "Quiet", Type__c: "Baseline Partner Agreement", Effective_Date__c: "2022-01-01" },
    ],
    Opportunity: [
      ...seed["Opportunity"]!,
      ...deals.map(({ id, day, stage, at }) => ({
        Id: id,
        Name: id,
        AccountId: "Customer",
        StageName: stage,
        CloseDate: day,
        CreatedDate: "2018-01-01T10:00:00Z",
        LastStageChangeDate: `${day}T18:00:00Z`,
        eARR__c: String(1_000 + at * 10),
      })),
    ],
    Opportunity_Partner__c: [
      ...seed["Opportunity_Partner__c"]!,
      ...rows,
      { ...attribution("old-deal1", "Quiet"), CreatedDate: "2023-11-10T10:00:00Z" },
    ],
    Deal_Registration__c: deals.slice(0, 40).map(({ id, at }) => ({
      Partner__c: `Partner${String((at * 11 + 5) % 60).padStart(2, "0")}`,
      Opportunity__c: id,
      Customer_Name__c: "A customer",
      Status__c: at % 3 === 0 ? "Approved" : "Submitted",
      Submitted_At__c: "2023-12-01T12:00:00Z",
      Is_Late_Claim_Approved__c: String(at % 2 === 0),
    })),
  };
}

const happenings = ["attach", "approve", "reverse", "correct", "reopen", "lose"] as const;

export class OlderDealLife {
  readonly happened = new Set<string>();
  readonly #org: ProgramOrg;
  readonly #random: Random;

  constructor(org: ProgramOrg, seed: number) {
    this.#org = org;
    this.#random = new Random(seed);
  }

  /** One or two things in a day. */
  async live(): Promise<void> {
    for (let times = this.#random.between(1, 2); times > 0; times -= 1) {
      const what = this.#random.pick(happenings);
      await this.#happen(what);
      this.happened.add(what);
    }
  }

  async #happen(what: (typeof happenings)[number]): Promise<void> {
    const { create, update } = this.#org;
    if (what === "attach") await create("Opportunity_Partner__c", await this.#lateRow());
    if (what === "approve") await this.#decide("Submitted", "Approved");
    if (what === "reverse") await this.#decide("Approved", "Rejected");
    if (what === "correct")
      await update("Opportunity", await this.#deal(), { eARR__c: this.#random.between(100, 9_000) });
    if (what === "reopen") await update("Opportunity", await this.#deal(), { StageName: "Negotiation/Review" });
    if (what === "lose") await update("Opportunity", await this.#deal(), { StageName: "Closed Lost" });
  }

  /** Somebody adds a partner years after the close. */
  async #lateRow() {
    const Partner__c = await this.#one("Account", "Partner_Status__c = 'Enrolled'");
    return { Opportunity__c: await this.#deal(), Partner__c, Source__c: "Twilio Sales", Role__c: "Influenced" };
  }

  /** An approval may be taken back. */
  async #decide(from: string, to: string): Promise<void> {
    const registration = await this.#one("Deal_Registration__c", `Status__c = '${from}'`);
    await this.#org.update("Deal_Registration__c", registration, { Status__c: to, Decision_Reason__c: "Looked at" });
  }

  #deal(): Promise<string> {
    return this.#one("Opportunity", "CloseDate < 2022-01-01 AND IsWon = true");
  }

  async #one(object: string, where: string): Promise<string> {
    const rows = await this.#org.records(`SELECT Id FROM ${object} WHERE ${where} ORDER BY Id LIMIT 500`);
    return String(this.#random.pick(rows)["Id"]);
  }
}
