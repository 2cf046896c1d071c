/** Proxies and maintenance pages answer 200 with HTML, with nothing, or with half of what was asked for. */
import type { IncomingHttpHeaders } from "node:http";
import { TransientError } from "./errors.ts";
import { headerOf, readText, type WireAnswer } from "./httpExchange.ts";

const ok = 200;

/** The text of an answer that is what it says it is. @throws TransientError */
export function checkedText({
  status,
  headers,
  text,
}: {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}): string {
  if (isPage(headers)) throw new TransientError("an HTML page came instead of data");
  const isJson = (headerOf(headers, "content-type") ?? "").includes("json");
  // What has nothing to say answers 204, or 201 without a type.
  if ((status === ok || isJson) && text.trim() === "") throw new TransientError("an empty answer came instead of data");
  if (isJson) checkJson(text);
  return text;
}

/** Refuses a page of a stream before it is taken for data. @throws TransientError */
export async function refusePage({ headers, body }: WireAnswer): Promise<void> {
  if (!isPage(headers)) return;
  // Read to its end, so that the connection is free again.
  await readText(body);
  throw new TransientError("an HTML page came instead of data");
}

function isPage(headers: IncomingHttpHeaders): boolean {
  return (headerOf(headers, "content-type") ?? "").startsWith("text/html");
}

/** A body cut at a good place and framed as if it were whole passes every other check. */
function checkJson(text: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    throw new TransientError("an answer is no whole JSON", { cause: error });
  }
}
