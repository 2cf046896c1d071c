/** What no option of the commands takes. */
import { assumption, day, planHash, recordId } from "../../sync-service/cliArguments.ts";

export interface WordCase {
  readonly option: string;
  readonly read: (text: string) => unknown;
  readonly text: string;
  readonly says: string;
}

const days = [
  "2023-02-29",
  "2023-13-01",
  "2023-00-10",
  "23-01-01",
  "2023-1-1",
  "20230101",
  "today",
  "",
  " 2023-01-01",
  "2023-01-01T00:00:00Z",
  "0000-00-00",
  "2023-06-31",
].map((text) => ({ option: "--as-of", read: day, text, says: "no date of the form YYYY-MM-DD" }));

const ids = [
  "001",
  "a",
  "",
  "0010000000000000000",
  "003000000000001AAA",
  "001000000000001'--",
  "001000000000001AA",
  "Northwind",
].map((text) => ({ option: "--partner", read: recordId, text, says: "no account id" }));

const hashes = ["", "abc", "G".repeat(64), "A".repeat(64), "a".repeat(63), "a".repeat(65), `${"a".repeat(63)} `].map(
  (text) => ({ option: "--approve", read: planHash, text, says: "no plan hash (64 hexadecimal digits)" }),
);

const assumptions = [
  ["", "is no assumption"],
  ["eARR", "is no assumption"],
  ["eARR=", "is no amount in US dollars, as 50000"],
  ["eARR=much", "is no amount in US dollars"],
  ["eARR=1,000", "is no amount in US dollars"],
  ["eARR=-1", "is below 0"],
  ["eARR=1e9", "is no amount in US dollars"],
  ["technical=1.5", "is no number of people"],
  ["technical=-1", "is no number of people"],
  ["sales=many", "is no number of people"],
  ["agreement=", "is no agreement of the programme"],
  ["agreement=Treaty", "is no agreement of the programme"],
  ["tier=Gold", "what can be assumed: eARR=50000"],
  ["invitation=", "needs the key of its benefit"],
].map(([text = "", says = ""]) => ({ option: "--with", read: (given: string) => assumption(given), text, says }));

export const wordCases: readonly WordCase[] = [...days, ...ids, ...hashes, ...assumptions];
