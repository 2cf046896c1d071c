/** Looks for what was planted in everything that came out, in every form in which it may come out. */
export interface Said {
  /** Where it came out: a command, a log, a file, a record. */
  readonly place: string;
  readonly text: string;
}

/** What nobody may find, by what it is. */
export type Planted = Readonly<Record<string, string>>;

/** Whatever its value is: no text should hold the like of it. */
const likes: Readonly<Record<string, RegExp>> = {
  "a session id": /\b00D[A-Za-z0-9]{12,15}(!|%21)[\w.-]{8,}/,
  "a signed token": /\beyJ[\w-]{16,}\.[\w-]{16,}/,
  "a private key": /-----BEGIN [A-Z ]*PRIVATE KEY/,
};

export function leaksIn(said: readonly Said[], planted: Planted): string[] {
  return said.flatMap(({ place, text }) => [
    ...Object.entries(planted)
      .filter(([, value]) => formsOf(value).some((form) => text.includes(form)))
      .map(([what]) => `${what} in ${place}`),
    ...Object.entries(likes)
      .filter(([, like]) => like.test(text))
      .map(([what]) => `${what} in ${place}`),
  ]);
}

/** As it is, in an address, in JSON, in base64 at each of its three offsets. */
export function formsOf(value: string): string[] {
  const packed = [0, 1, 2].map((offset) => {
    const whole = Buffer.from(" ".repeat(offset) + value).toString("base64");
    // The letters at both ends depend on what stands beside the value.
    return whole.slice(offset === 0 ? 0 : 4, -4);
  });
  const quoted = JSON.stringify(value).slice(1, -1);
  return [value, encodeURIComponent(value), quoted, ...packed.filter((form) => form.length > 8)];
}
