/** Invented people of invented companies. No person of Twilio has a name here: its users are named by their job. */
// prettier-ignore
const firstNames = [
  "Alba", "Bram", "Carla", "Deniz", "Elin", "Femi", "Greta", "Hugo", "Ines", "Jonas", "Kaya", "Leon", "Mira", "Nils",
  "Odile", "Pavel", "Quinn", "Rosa", "Sami", "Tilda", "Uma", "Viktor", "Wanda", "Yara", "Zeno",
];

// prettier-ignore
const lastNames = [
  "Abbot", "Berge", "Castell", "Dahl", "Ekman", "Farrow", "Grove", "Hale", "Iversen", "Jarrow", "Keel", "Lund", "Marsh",
  "Noor", "Ortega", "Pryce", "Quist", "Rowan", "Sand", "Thorne", "Ulm", "Vale", "Wynn", "Yates", "Zorn", "Brandt", "Colm",
];

export interface PersonName {
  readonly first: string;
  readonly last: string;
}

/** The so-and-so-many-th name; all names differ until every pair has been used. */
export function personName(index: number): PersonName {
  // The lists' lengths share no factor, so walking both at once meets every pair.
  const first = firstNames[index % firstNames.length] ?? "";
  const last = lastNames[index % lastNames.length] ?? "";
  return { first, last };
}
