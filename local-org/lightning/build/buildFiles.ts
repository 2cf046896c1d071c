import { rolldown, type InputOptions, type OutputOptions } from "rolldown";

/** Files of a build by name. */
export type BuiltFiles = ReadonlyMap<string, string>;

/** Runs a build in memory. Throws with the file and place of what is wrong. */
export async function buildFiles(input: InputOptions, output: OutputOptions = {}): Promise<BuiltFiles> {
  const build = await rolldown(input);
  try {
    const { output: chunks } = await build.generate({
      format: "esm",
      minify: true,
      entryFileNames: "[name].js",
      chunkFileNames: "chunk-[name]-[hash].js",
      ...output,
    });
    return new Map(chunks.flatMap((chunk) => (chunk.type === "chunk" ? [[chunk.fileName, chunk.code] as const] : [])));
  } finally {
    await build.close();
  }
}
