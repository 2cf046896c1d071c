/** Result pages of every size in chunks of 64 sizes: counts and checksums exact. `npm run test:soak -- pageMatrix` */
import { matrixCampaign } from "../crm/matrixCampaign.ts";

await matrixCampaign(process.argv.slice(2), (matrix, of) => ({
  bytes: matrix.pageBytes(of.rowsPerPage),
  read: (chunkSize) => matrix.read(of, chunkSize),
  close: () => undefined,
}));
