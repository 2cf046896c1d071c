/** Quoted cells of texts that are known beforehand, compared four bytes at a time. */

const bytesPerWord = 4;

export class CellChoices {
  /** The first word of each text: nearly always it tells them apart. */
  readonly #firsts: number[] = [];
  /** Where the others of each begin, and the end of all. */
  readonly #starts: number[] = [0];
  readonly #words: number[] = [];
  readonly #places: number[] = [];
  readonly #lengths: number[] = [];

  /** @throws where a text is shorter than two bytes. */
  constructor(texts: readonly string[]) {
    for (const text of texts) this.add(text);
  }

  add(text: string): void {
    const bytes = Buffer.from(`"${text}"`);
    const last = bytes.length - bytesPerWord;
    if (last < 0) throw new Error(`"${text}" is too short to be compared by words`);
    this.#firsts.push(bytes.readInt32LE(0));
    this.#lengths.push(bytes.length);
    for (let at = bytesPerWord; at < bytes.length; at += bytesPerWord) {
      // The last word overlaps the one before it.
      const place = Math.min(at, last);
      this.#places.push(place);
      this.#words.push(bytes.readInt32LE(place));
    }
    this.#starts.push(this.#words.length);
  }

  /** The place of the text that stands there; negative: none of them does. */
  find(view: DataView, at: number): number {
    const firsts = this.#firsts;
    const word = view.getInt32(at, true);
    for (let choice = 0; choice < firsts.length; choice += 1)
      if (firsts[choice] === word && this.#isRest(choice, view, at)) return choice;
    return -1;
  }

  /** In bytes, with its quotes. */
  lengthOf(choice: number): number {
    return this.#lengths[choice]!;
  }

  #isRest(choice: number, view: DataView, at: number): boolean {
    const words = this.#words;
    const places = this.#places;
    const end = this.#starts[choice + 1]!;
    for (let index = this.#starts[choice]!; index < end; index += 1)
      if (view.getInt32(at + places[index]!, true) !== words[index]) return false;
    return true;
  }
}
