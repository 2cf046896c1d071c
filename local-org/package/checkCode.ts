import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../metadata/metadataError.ts";
import type { ObjectSchema, Schema } from "../metadata/schema.ts";
import { type PackageSource, placeIn } from "./packageSource.ts";

/** Says what is wrong with a name; null = nothing. */
type Check = (name: string, source: PackageSource) => string | null;

function stepUp(schema: Schema, object: ObjectSchema | undefined, step: string): ObjectSchema | undefined {
  const link = [...(object?.fields.values() ?? [])].find(
    (field) => field.reference?.relationshipName.toLowerCase() === step.toLowerCase(),
  );
  return schema.objects.get((link?.reference?.to[0] ?? "").toLowerCase());
}

/** `Account.Owner.Name` of an `@salesforce/schema` import. */
function checkSchemaName(name: string, { loaded: { schema } }: PackageSource): string | null {
  const [objectName = "", ...path] = name.split(".");
  const object = schema.objects.get(objectName.toLowerCase());
  if (!object) return `object "${objectName}" does not exist`;
  const field = path.at(-1);
  if (field === undefined) return null;
  const owner = path.slice(0, -1).reduce<ObjectSchema | undefined>((at, step) => stepUp(schema, at, step), object);
  return owner?.fields.has(field.toLowerCase()) ? null : `field "${name}" does not exist`;
}

function checkBundle(name: string, { bundles }: PackageSource): string | null {
  return bundles.has(name) ? null : `component "c/${name}" does not exist`;
}

function camelCase(tag: string): string {
  return tag.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());
}

/** What code names, by the way it does so. */
const NAMES: readonly (readonly [pattern: RegExp, check: Check])[] = [
  [/["']@salesforce\/schema\/([\w.]+)["']/g, checkSchemaName],
  [/\bfrom\s+["']c\/(\w+)["']/g, checkBundle],
  [/<c-([a-z][\w-]*)/g, (tag, source) => checkBundle(camelCase(tag), source)],
  [
    /["']@salesforce\/customPermission\/(\w+)["']/g,
    (name, { loaded }) => (loaded.customPermissions.has(name) ? null : `custom permission "${name}" does not exist`),
  ],
];

function checkNames(source: PackageSource): Finding[] {
  return source.code.flatMap(({ file, text }) =>
    NAMES.flatMap(([pattern, check]) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const reason = check(match[1]!, source);
        return reason === null ? [] : [{ file, reason, place: placeIn(text, match.index) }];
      }),
    ),
  );
}

/** A bundle is nothing to an org without a description of the bundle's own name and a script. */
function checkBundleFiles({ directory, bundles, code }: PackageSource): Finding[] {
  return [...bundles.keys()].flatMap((name) => {
    const folder = join(directory, "main", "default", "lwc", name);
    const script = code.find(({ file }) => file.startsWith(join(folder, `${name}.`)) && /\.(ts|js)$/.test(file));
    const reasons = [
      ...(script ? [] : [`component "${name}" has no script of its name`]),
      ...(existsSync(join(folder, `${name}.js-meta.xml`)) ? [] : [`component "${name}" has no ${name}.js-meta.xml`]),
    ];
    return reasons.map((reason) => ({ file: folder, reason }));
  });
}

/** What components' code names must exist: objects, fields, permissions, other components. */
export function checkCode(source: PackageSource): Finding[] {
  return [...checkNames(source), ...checkBundleFiles(source)];
}
