/** Result pages zipped, over HTTP, as the service fetches them: the server writes chunks of one size. */
import { createReadStream, createWriteStream, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { fetchResultPage } from "../../sync-service/crm/bulkResultPage.ts";
import { openOrg } from "../../sync-service/crm/org.ts";
import { TemporaryDirectory } from "../support/withOrg.ts";
import type { MatrixWay } from "./matrixCampaign.ts";
import type { MatrixCase, PageMatrix } from "./pageMatrix.ts";

/** Serves the pages of a case on a free port of this machine. */
export async function pageWire(matrix: PageMatrix, { rowsPerPage, pages }: MatrixCase): Promise<MatrixWay> {
  const directory = new TemporaryDirectory();
  const file = join(directory.path, "page.csv.gz");
  await pipeline(Readable.from(matrix.pieces(rowsPerPage)), createGzip({ level: 1 }), createWriteStream(file));
  const bytes = statSync(file).size;
  const server = createServer((request, response) => {
    const chunkSize = Number(request.url?.split("/").at(-1));
    response.writeHead(200, {
      "content-type": "text/csv",
      "content-encoding": "gzip",
      "content-length": bytes,
      "sforce-numberofrecords": rowsPerPage,
      "sforce-locator": "null",
    });
    createReadStream(file, { highWaterMark: chunkSize }).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const loginUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const org = openOrg({ kind: "token", loginUrl, accessToken: "token" });
  return {
    bytes,
    read: async (chunkSize) => {
      const { target, outcomeOf } = matrix.target();
      const request = { path: `/page/${chunkSize}`, object: matrix.kind.object };
      let rows = 0;
      for (let number = 0; number < pages; number += 1) rows += (await fetchResultPage(org, request, target)).rows;
      return outcomeOf(rows);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
      directory.remove();
    },
  };
}
