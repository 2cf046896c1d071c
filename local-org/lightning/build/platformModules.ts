import type { Plugin } from "rolldown";

/** What `@salesforce/*` modules of components are made from. */
export interface PlatformFacts {
  /** Custom labels by name. */
  readonly labels: ReadonlyMap<string, string>;
  readonly customPermissions: ReadonlySet<string>;
  /** `Object` and `Object.Field` in the schema's spelling, by lower-case name. */
  readonly schemaNames: ReadonlyMap<string, string>;
}

const PREFIX = "\0platform:";

/** Facts of the session are read in the browser: one build serves every user. */
function fromSession(path: string): string {
  return `import session from "local/session"; export default session.${path};`;
}

function schemaModule(name: string, { schemaNames }: PlatformFacts): string {
  const known = schemaNames.get(name.toLowerCase());
  if (known === undefined) throw new Error(`@salesforce/schema/${name}: the org has no such object or field`);
  const [objectApiName = "", ...path] = known.split(".");
  if (path.length === 0) return `export default ${JSON.stringify({ objectApiName })};`;
  return `export default ${JSON.stringify({ fieldApiName: path.join("."), objectApiName })};`;
}

function labelModule(name: string, { labels }: PlatformFacts): string {
  const label = labels.get(name.replace(/^c\./, ""));
  if (label === undefined) throw new Error(`@salesforce/label/${name}: there is no such custom label`);
  return `export default ${JSON.stringify(label)};`;
}

function customPermission(name: string, { customPermissions }: PlatformFacts): string {
  if (!customPermissions.has(name)) throw new Error(`@salesforce/customPermission/${name} does not exist`);
  return fromSession(`customPermissions.includes(${JSON.stringify(name)}) ? true : undefined`);
}

type Maker = (name: string, facts: PlatformFacts) => string;

const MAKERS: Readonly<Record<string, Maker>> = {
  schema: schemaModule,
  label: labelModule,
  customPermission,
  userPermission: (name) => fromSession(`userPermissions.includes(${JSON.stringify(name)}) ? true : undefined`),
  user: (name) => fromSession(name === "Id" ? "userId" : "isGuest"),
  i18n: (name) => fromSession(`i18n[${JSON.stringify(name)}]`),
  client: () => fromSession("formFactor"),
  resourceUrl: (name) => `export default ${JSON.stringify(`/resource/${name}`)};`,
};

/** The kinds that the build itself answers; others, such as `apex`, are refused by name. */
function makerOf(importee: string): { make: Maker; name: string } {
  const [, kind = "", name = ""] = /^@salesforce\/([^/]+)\/(.+)$/.exec(importee) ?? [];
  const make = MAKERS[kind];
  if (!make) throw new Error(`((${importee} is not supported by the local org))`);
  return { make, name };
}

/** Resolves `@salesforce/*`. Names of `known` belong to somebody else: labels and gates of the base components. */
export function platformModules(facts: PlatformFacts, known: ReadonlySet<string> = new Set()): Plugin {
  return {
    name: "platform-modules",
    resolveId: (importee) => (importee.startsWith("@salesforce/") && !known.has(importee) ? PREFIX + importee : null),
    load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const { make, name } = makerOf(id.slice(PREFIX.length));
      return make(name, facts);
    },
  };
}
