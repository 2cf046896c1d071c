/**
 * The same pages as in `pageMatrix`, zipped and over HTTP, with the service's own fetching: `npm run test:soak -- pageWire`.
 * The server is in the same process, so that the peak of its memory is that of both. Behind the name: `lines` or
 * `attributions` for one kind of rows, a number for fewer sizes.
 */
import { matrixCampaign } from "../crm/matrixCampaign.ts";
import { pageWire } from "../crm/pageWire.ts";

await matrixCampaign(process.argv.slice(2), pageWire);
