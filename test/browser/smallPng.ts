/** Pictures of pages, which have few colours, as PNG with a palette: less than half the bytes. https://www.w3.org/TR/png-3/ */
import { crc32, deflateSync, inflateSync } from "node:zlib";

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel. */
  readonly pixels: Buffer;
}

const SIGNATURE_BYTES = 8;
/** Length, type and checksum around each chunk's data. */
const CHUNK_BYTES = 12;
const RGB = 3;
const MOST_COLOURS = 256;
/** The rest of the palette goes to the colours that these would show worst. */
const POPULAR_COLOURS = 160;

function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
  const chunks = [];
  for (let at = SIGNATURE_BYTES; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += CHUNK_BYTES + length;
  }
  return chunks;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

const PREDICTIONS: readonly ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_left, up) => up,
  (left, up) => (left + up) >> 1,
  paeth,
];

function unfilter(lines: Buffer, stride: number): Buffer {
  const height = lines.length / (stride + 1);
  const pixels = Buffer.alloc(height * stride);
  const at = (x: number, y: number): number => (x < 0 || y < 0 ? 0 : pixels[y * stride + x]!);
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const predict = PREDICTIONS[lines[start]!]!;
    for (let x = 0; x < stride; x += 1)
      pixels[y * stride + x] = lines[start + 1 + x]! + predict(at(x - RGB, y), at(x, y - 1), at(x - RGB, y - 1));
  }
  return pixels;
}

function read(png: Buffer): Picture {
  const chunks = chunksOf(png);
  const header = chunks[0]!.data;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colourType, , , interlace] = header.subarray(8);
  if (depth !== 8 || colourType !== 2 || interlace !== 0) throw new Error("only pictures as browsers take them");
  const data = Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map((chunk) => chunk.data));
  return { width, height, pixels: unfilter(inflateSync(data), width * RGB) };
}

function distance(a: number, b: number): number {
  return [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);
}

/** Where each colour finds its place in a palette of the most frequent ones and those farthest from them. */
function paletteOf(counts: ReadonlyMap<number, number>): { palette: number[]; places: ReadonlyMap<number, number> } {
  const colours = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  const nearest = colours.map((colour) => ({ colour, place: 0, off: Infinity }));
  const palette: number[] = [];
  while (palette.length < Math.min(MOST_COLOURS, colours.length)) {
    const isPopular = palette.length < POPULAR_COLOURS;
    const next = isPopular
      ? colours[palette.length]!
      : nearest.reduce((worst, one) => (one.off > worst.off ? one : worst)).colour;
    for (const one of nearest) {
      const off = distance(one.colour, next);
      if (off < one.off) Object.assign(one, { place: palette.length, off });
    }
    palette.push(next);
  }
  return { palette, places: new Map(nearest.map(({ colour, place }) => [colour, place])) };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The same picture with a palette of at most 256 colours. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = read(png);
  const colourAt = (pixel: number): number => pixels.readUIntBE(pixel * RGB, RGB);
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < width * height; pixel += 1)
    counts.set(colourAt(pixel), (counts.get(colourAt(pixel)) ?? 0) + 1);
  const { palette, places } = paletteOf(counts);
  const lines = Buffer.alloc(height * (width + 1));
  for (let pixel = 0; pixel < width * height; pixel += 1)
    lines[pixel + Math.floor(pixel / width) + 1] = places.get(colourAt(pixel))!;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    png.subarray(0, SIGNATURE_BYTES),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk("IDAT", deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
