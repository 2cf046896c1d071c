/**
 * A picture of one page of the sample programme, to look at while building it:
 * `npm run look -- PATH [--as PERMISSION_SET] [--width 1280|375] [--theme slds1|slds2] [--out FILE] [--full] [--click SELECTOR]…`
 * In PATH, `{Object}` is the first record of an object, `{Object:Name}` the one of that name.
 */
import { parseArgs } from "node:util";
import { launchBrowser, visit, type Theme, type Width } from "../support/browser.ts";
import { sampleSite } from "./sampleSite.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    as: { type: "string", default: "Partner_Account_Manager" },
    width: { type: "string", default: "1280" },
    theme: { type: "string", default: "slds1" },
    out: { type: "string", default: "page.png" },
    full: { type: "boolean", default: false },
    click: { type: "string", multiple: true, default: [] },
  },
});

const site = await sampleSite();
const browser = await launchBrowser();
try {
  const path = (positionals[0] ?? "/lightning/page/home").replace(
    /\{(\w+)(?::([^}]+))?\}/g,
    (_match, object: string, name: string | undefined) =>
      name === undefined ? site.firstId(object) : site.idOf(object, name),
  );
  const visitor = await visit(browser, {
    instanceUrl: site.instanceUrl,
    as: values.as,
    width: Number(values.width) as Width,
    theme: values.theme as Theme,
  });
  await visitor.open(path);
  for (const selector of values.click) {
    await visitor.page.click(selector);
    await visitor.settle();
  }
  await visitor.page.screenshot({ path: values.out, fullPage: values.full });
  console.log([`${values.out}: ${path}`, ...visitor.requests, ...visitor.problems].join("\n"));
} finally {
  await browser.close();
  await site.close();
}
