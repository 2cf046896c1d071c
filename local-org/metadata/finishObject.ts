import { PLATFORM_OBJECTS } from "./platformObjects.ts";
import { textOf } from "./readXml.ts";
import type { ObjectSchema } from "./schema.ts";
import { isHierarchySetting, type ObjectDraft } from "./schemaDraft.ts";

const CUSTOM_PREFIX_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Key prefixes: the platform's for standard objects, in order of name for the others. */
export function keyPrefixes(drafts: readonly ObjectDraft[]): (draft: ObjectDraft) => string {
  const custom = drafts
    .filter((d) => !PLATFORM_OBJECTS[d.name])
    .map((d) => d.name)
    .sort();
  return ({ name }) => {
    const platform = PLATFORM_OBJECTS[name];
    if (platform) return platform.keyPrefix;
    const index = custom.indexOf(name);
    const letters = CUSTOM_PREFIX_LETTERS[Math.floor(index / 62)]! + CUSTOM_PREFIX_LETTERS[index % 62]!;
    return (name.endsWith("__mdt") ? "m" : "a") + letters;
  };
}

/** The finished object of a draft. */
export function finishObject(draft: ObjectDraft, keyPrefix: string): ObjectSchema {
  const { element, file } = draft.component;
  const isMetadata = draft.name.endsWith("__mdt");
  const platform = PLATFORM_OBJECTS[draft.name];
  const label = textOf(element, "label") ?? draft.name;
  const nameFieldOf = [...draft.fields.values()].find((f) => f.isNameField) ?? draft.fields.get("id")!;
  return {
    name: draft.name,
    label,
    pluralLabel: textOf(element, "pluralLabel") ?? label,
    keyPrefix,
    kind: isMetadata ? "customMetadata" : platform ? "standard" : "custom",
    isHierarchySetting: isHierarchySetting(draft),
    rightsOf: platform?.rightsOf?.toLowerCase() ?? null,
    isWritable: platform ? platform.isWritable : !isMetadata,
    fields: draft.fields,
    nameField: nameFieldOf,
    childRelationships: draft.children,
    validationRules: draft.rules,
    sharingModel: textOf(element, "sharingModel") ?? "ReadWrite",
    description: textOf(element, "description"),
    source: { file },
  };
}
