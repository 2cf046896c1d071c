/* global jest */
/*
 * Component tests read the very texts that people read: sfdx-lwc-jest would put a label's name in its place, and
 * nobody would notice a sentence that lost its number.
 */
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { XMLParser } = require("fast-xml-parser");
const { registerSa11yMatcher } = require("@sa11y/jest");

const FILE = join(__dirname, "../../force-app/main/default/labels/CustomLabels.labels-meta.xml");
const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === "labels" });

for (const { fullName, value } of parser.parse(readFileSync(FILE, "utf8")).CustomLabels.labels) {
  jest.mock(`@salesforce/label/c.${fullName}`, () => ({ __esModule: true, default: value }), { virtual: true });
}

registerSa11yMatcher();
