import { createRequire } from "node:module";

const { jestConfig } = createRequire(import.meta.url)("@salesforce/sfdx-lwc-jest/config");
// The root of a multi-project configuration takes no coverage patterns from a project.
const { collectCoverageFrom: _unused, ...lwc } = jestConfig;

const service = {
  displayName: "service",
  testEnvironment: "node",
  // Node strips the types itself: no compiler between the tests and the code.
  transform: {},
  extensionsToTreatAsEsm: [".ts"],
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/force-app/", "<rootDir>/.local-org/"],
};

const lwcComponents = {
  ...lwc,
  displayName: "components",
  rootDir: import.meta.dirname,
  moduleNameMapper: {
    ...lwc.moduleNameMapper,
    // sfdx-lwc-jest 7.9 loads a state-manager test utility that fails outside its own preset.
    "^@lwc/state-test-utils$": "<rootDir>/test/support/lwcStateStub.cjs",
    "^support/(.*)$": "<rootDir>/test/components/$1.ts",
  },
  setupFilesAfterEnv: [...lwc.setupFilesAfterEnv, "<rootDir>/test/support/lwcSetup.cjs"],
  testMatch: ["<rootDir>/force-app/**/__tests__/**/*.test.ts"],
};

export default {
  projects: [service, lwcComponents],
  maxWorkers: 2,
  // A hang is what a limit is for; a loaded machine is no fault of the code.
  testTimeout: 240_000,
  // A worker that has run dozens of suites holds more than a gigabyte, and giving that back takes longer than jest's
  // half a second; one that is kept alive by something left open is still reported, a little later.
  workerGracefulExitTimeout: 10_000,
};
