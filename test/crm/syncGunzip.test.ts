import { gzipSync } from "node:zlib";
import { SyncGunzip } from "../../sync-service/crm/syncGunzip.ts";

const text = Array.from({ length: 5000 }, (_, row) => `"row ${row}","${(row * 7919) % 1000}"\n`).join("");
const zipped = gzipSync(text);
const pieceSize = 1000;
const steps = [1, 7, 4096, zipped.length];

/** The text as it comes out where the zipped bytes come in steps. */
function unzipped(bytes: Buffer, step: number): string {
  const gunzip = new SyncGunzip(pieceSize);
  const pieces: string[] = [];
  const take = (piece: Uint8Array) => pieces.push(Buffer.from(piece).toString());
  for (let at = 0; at < bytes.length; at += step)
    for (const piece of gunzip.unzip(bytes.subarray(at, at + step))) take(piece);
  for (const piece of gunzip.rest()) take(piece);
  gunzip.close();
  expect(pieces.every(({ length }) => length > 0 && length <= pieceSize)).toBe(true);
  return pieces.join("");
}

function changed(at: number): Buffer {
  const bytes = Buffer.from(zipped);
  bytes[at < 0 ? bytes.length + at : at]! ^= 0xff;
  return bytes;
}

test.each(steps)("gzip in chunks of %d bytes comes out whole, in pieces no larger than asked for", (step) => {
  expect(unzipped(zipped, step)).toBe(text);
});

test.each(steps)("two gzips one after the other, in chunks of %d bytes, are one text", (step) => {
  expect(unzipped(Buffer.concat([zipped, zipped]), step)).toBe(text + text);
});

describe.each(steps)("in chunks of %d bytes", (step) => {
  test.each([
    ["nothing at all", Buffer.alloc(0), "unexpected end of file"],
    ["one that ends within its text", zipped.subarray(0, zipped.length - 100), "unexpected end of file"],
    ["one without its checksum", zipped.subarray(0, zipped.length - 8), "unexpected end of file"],
    ["one without its last byte", zipped.subarray(0, zipped.length - 1), "unexpected end of file"],
    ["one with another checksum", changed(-6), "incorrect data check"],
    ["one with another length", changed(-2), "incorrect length check"],
    ["one followed by something else", Buffer.concat([zipped, Buffer.from("and so on")]), "incorrect header check"],
    ["text that was never zipped", Buffer.from('"Id","Name"\n'), "incorrect header check"],
  ])("%s is refused", (_name, bytes, message) => {
    expect(() => unzipped(bytes, step)).toThrow(message);
  });
});
