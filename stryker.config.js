/** Mutation testing of the programme's rules; see docs/mutation.md. */
export default {
  mutate: ["sync-service/program/**/*.ts"],
  testRunner: "jest",
  plugins: ["@stryker-mutator/jest-runner"],
  testRunnerNodeArgs: ["--experimental-vm-modules", "--no-warnings"],
  // No checker: a mutant that the types forbid counts all the same, since Node strips them.
  jest: {
    projectType: "custom",
    config: {
      testEnvironment: "node",
      transform: {},
      extensionsToTreatAsEsm: [".ts"],
      testMatch: ["<rootDir>/test/program/allTests.ts"],
    },
    // There is one suite, and it is related to everything.
    enableFindRelatedTests: false,
  },
  // Neighbours on the machine are no infinite loop.
  timeoutMS: 30_000,
  coverageAnalysis: "perTest",
  // Inserts `// @ts-nocheck` only; Node strips the types, nothing checks them.
  disableTypeChecks: false,
  ignorePatterns: ["**", "!sync-service/program/**", "!test/program/**"],
  // Below a folder that git, ESLint and Prettier already leave out.
  tempDirName: "coverage/mutation/sandbox",
  concurrency: 2,
  incremental: true,
  incrementalFile: "coverage/mutation/incremental.json",
  reporters: ["clear-text", "json", "progress-append-only"],
  jsonReporter: { fileName: "coverage/mutation/mutation.json" },
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
};
