import eslint from "@eslint/js";
import lwc from "@salesforce/eslint-config-lwc/recommended-ts.js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: ["node_modules/", "coverage/", ".local-org/", ".package/", "force-app/**/lwc/**/*.js"],
  },
  eslint.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": "off",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "max-depth": ["error", 3],
    },
  },
  {
    files: ["force-app/**/lwc/**/*.ts"],
    // The types come last: their parser reads decorators too, where the rules' own knows no types.
    extends: [...lwc, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  {
    // They follow a run of the service to its end, for which the platform has no event that a page could wait for.
    files: ["**/partnerRecalculate.ts", "**/syncRuns.ts"],
    rules: { "@lwc/lwc/no-async-operation": "off" },
  },
  {
    // Lightning Data Service rejects with plain objects: components are written for them, so its stand-in does the same.
    files: ["local-org/lightning/harness/**/*.ts"],
    rules: { "@typescript-eslint/prefer-promise-reject-errors": ["error", { allowThrowingUnknown: true }] },
  },
  {
    files: ["**/*.js", "**/*.cjs"],
    languageOptions: {
      globals: {
        console: "readonly",
        process: "readonly",
        module: "writable",
        require: "readonly",
        URL: "readonly",
        __dirname: "readonly",
      },
    },
    rules: {
      "no-unused-vars": ["error", { varsIgnorePattern: "^_" }],
    },
  },
  { files: ["**/*.cjs"], languageOptions: { sourceType: "commonjs" } },
);
