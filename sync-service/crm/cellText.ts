/** A quoted cell of a text that is known beforehand, compared four bytes at a time. */

const bytesPerWord = 4;

export class CellText {
  /** Bytes, with its quotes. */
  readonly length: number;
  readonly #words: readonly number[];
  readonly #places: readonly number[];

  /** @throws where the text is shorter than two bytes. */
  constructor(text: string) {
    const bytes = Buffer.from(`"${text}"`);
    this.length = bytes.length;
    const last = bytes.length - bytesPerWord;
    if (last < 0) throw new Error(`"${text}" is too short to be compared by words`);
    // The last word overlaps the one before it.
    this.#places = Array.from({ length: Math.ceil(bytes.length / bytesPerWord) }, (_, word) =>
      Math.min(word * bytesPerWord, last),
    );
    this.#words = this.#places.map((place) => bytes.readInt32LE(place));
  }

  isAt(view: DataView, at: number): boolean {
    const places = this.#places;
    const words = this.#words;
    for (let word = 0; word < words.length; word += 1)
      if (view.getInt32(at + places[word]!, true) !== words[word]) return false;
    return true;
  }
}
