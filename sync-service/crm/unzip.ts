/** The bytes of a result page, unzipped where they came zipped. */
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

/** Node's default of 16 KB makes unzipping twice as slow. */
const chunkSize = 256 * 1024;

/** Hands over every chunk; they may end anywhere. @throws where the stream does, or is not zipped as it should be. */
export async function unzip(body: Readable, isZipped: boolean, take: (chunk: Uint8Array) => void): Promise<void> {
  const consume = async (source: AsyncIterable<unknown>): Promise<void> => {
    for await (const chunk of source) take(chunk as Uint8Array);
  };
  await (isZipped ? pipeline(body, createGunzip({ chunkSize }), consume) : pipeline(body, consume));
}
