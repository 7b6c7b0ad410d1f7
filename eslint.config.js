import boundaries from "eslint-plugin-boundaries";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Imports point down only. */
const mayImport = {
  domain: ["domain"],
  db: ["db", "domain"],
  schemas: ["schemas", "domain"],
  i18n: ["i18n", "domain"],
  server: ["server", "schemas", "domain", "db", "i18n"],
  components: ["components", "schemas", "domain", "i18n"],
  routes: ["routes", "components", "server", "schemas", "domain", "i18n"],
  root: ["root", "routes", "components", "server", "schemas", "domain", "i18n", "db"],
  cli: ["cli", "root", "server", "schemas", "domain", "db"],
};

const size = (lines, functionLines) => ({
  "max-lines": ["error", { max: lines, skipBlankLines: true, skipComments: true }],
  "max-lines-per-function": [
    "error",
    { max: functionLines, skipBlankLines: true, skipComments: true },
  ],
});

export default tseslint.config(
  { ignores: ["build", "node_modules", "drizzle", "data", "bench-results"] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // Remix throws responses: a redirect or a refusal from a loader.
      "@typescript-eslint/only-throw-error": "off",
      // Functions stay async where the PostgreSQL side of a port awaits.
      "@typescript-eslint/require-await": "off",
      "no-restricted-globals": ["error", "event", "name"],
      eqeqeq: "error",
    },
  },
  {
    files: ["app/**/*.ts", "db/**/*.ts"],
    rules: size(250, 40),
  },
  {
    files: ["app/**/*.tsx"],
    ...jsxA11y.flatConfigs.recommended,
  },
  {
    files: ["app/**/*.tsx"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      ...size(250, 90),
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "JSXAttribute[name.name='style']",
          message: "No inline styles: the CSP refuses them.",
        },
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: "Text of people is text.",
        },
      ],
    },
  },
  {
    files: ["app/routes/**/*.{ts,tsx}"],
    rules: size(200, 90),
  },
  {
    // Content and shipped data: long by nature.
    files: [
      "app/domain/question-sets/**",
      "app/domain/fact-catalogue.ts",
      "app/domain/plain-word-list.ts",
      "app/i18n/**",
      "db/seed/example/**",
    ],
    rules: { "max-lines": "off", "max-lines-per-function": "off" },
  },
  {
    files: ["app/domain/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        "process",
        "console",
        "window",
        "document",
        "fetch",
        "crypto",
      ],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now" },
        { object: "Math", property: "random" },
      ],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}", "db/**/*.ts"],
    plugins: { boundaries },
    settings: {
      "import/resolver": { typescript: { project: "./tsconfig.json" } },
      "boundaries/elements": [
        { type: "domain", pattern: "app/domain" },
        { type: "db", pattern: "db" },
        { type: "schemas", pattern: "app/schemas" },
        { type: "server", pattern: "app/server" },
        { type: "i18n", pattern: "app/i18n" },
        { type: "components", pattern: "app/components" },
        { type: "routes", pattern: "app/routes" },
        { type: "cli", pattern: "app/cli" },
        { type: "root", pattern: "app/*.{ts,tsx}", partialMatch: false },
      ],
    },
    rules: {
      "boundaries/dependencies": [
        "error",
        {
          default: "disallow",
          policies: Object.entries(mayImport).map(([from, to]) => ({
            from: { element: { type: from } },
            allow: to.map((type) => ({ to: { element: { type } } })),
          })),
        },
      ],
    },
  },
  {
    files: ["test/**/*.{ts,tsx}"],
    rules: { "max-lines": ["error", 400], "@typescript-eslint/no-unsafe-assignment": "off" },
  },
  {
    files: ["**/*.js"],
    ...tseslint.configs.disableTypeChecked,
  },
);
