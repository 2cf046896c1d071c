import { findFaults } from "../../local-org/findFaults.ts";
import { STANDARD_OBJECTS } from "../../local-org/loadPackage.ts";
import { readArchive } from "../../local-org/metadata/readArchive.ts";
import { readPackage } from "../../local-org/metadata/readPackage.ts";
import { buildPackage } from "../../local-org/package/buildPackage.ts";

const PROJECT = new URL("../../", import.meta.url).pathname;
const PACKAGE = `${PROJECT}force-app/`;

describe("the package that an org is sent", () => {
  const built = buildPackage(PROJECT, PACKAGE);
  const archive = readArchive(built.zip);

  it("holds everything that its package.xml names, and is readable", () => {
    // Scripts are emitted from TypeScript by another command; without it they are all that is missing.
    expect(archive.findings.filter(({ reason }) => !/^component "\w+" has no \w+\.js$/.test(reason))).toEqual([]);
    expect(archive.deployed.filter(({ file }) => file === null)).toEqual([]);
  });

  it("holds each component of the source, and none besides", () => {
    const keys = (list: readonly { type: string; fullName: string }[]): string[] =>
      list.map(({ type, fullName }) => `${type} ${fullName}`).sort();
    expect(keys(archive.components)).toEqual(keys(readPackage([PACKAGE])));
  });

  it("is as faultless beside the standard objects as its source is", () => {
    const components = [...readPackage([STANDARD_OBJECTS]), ...archive.components];
    expect(findFaults(components, { isMultiCurrency: true })).toEqual([]);
  });

  it("leaves out what .forceignore names", () => {
    expect([...built.files.keys()].filter((path) => /\.ts$|__tests__|tsconfig/.test(path))).toEqual([]);
  });

  it("is the same to the last byte when it is built again", () => {
    expect(Buffer.from(buildPackage(PROJECT, PACKAGE).zip).equals(built.zip)).toBe(true);
  });
});
