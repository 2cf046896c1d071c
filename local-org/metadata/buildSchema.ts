import { addPlatformFields } from "./addPlatformFields.ts";
import { buildField, fieldOwner, toPicklistValue, type ValueSets } from "./buildField.ts";
import { finishObject, keyPrefixes } from "./finishObject.ts";
import { type Finding, MetadataError } from "./metadataError.ts";
import { PLATFORM_OBJECTS } from "./platformObjects.ts";
import { childrenOf, textOf, type XmlElement } from "./readXml.ts";
import type { Component } from "./readPackage.ts";
import { resolveRollUpSummaries } from "./rollUpSummary.ts";
import type { PicklistValue, Schema, ValidationRule } from "./schema.ts";
import { type ObjectDraft, SchemaDraft } from "./schemaDraft.ts";

function valueSetsOf(components: readonly Component[]): ValueSets {
  const sets = new Map<string, readonly PicklistValue[]>();
  for (const { type, fullName, element } of components) {
    if (type === "GlobalValueSet") sets.set(fullName, childrenOf(element, "customValue").map(toPicklistValue));
    if (type === "StandardValueSet") sets.set(fullName, childrenOf(element, "standardValue").map(toPicklistValue));
  }
  return sets;
}

function labelsOf(components: readonly Component[]): Map<string, string> {
  const labels = components
    .filter(({ type }) => type === "CustomLabels")
    .flatMap(({ element }) => childrenOf(element, "labels"));
  return new Map(labels.map((label) => [textOf(label, "fullName") ?? "", textOf(label, "value") ?? ""]));
}

function toRule(element: XmlElement, name: string, file: string): ValidationRule | null {
  if (textOf(element, "active") !== "true") return null;
  return {
    name,
    formula: textOf(element, "errorConditionFormula") ?? "",
    message: textOf(element, "errorMessage") ?? "",
    errorField: textOf(element, "errorDisplayField"),
    source: { file },
  };
}

function addField(
  draft: SchemaDraft,
  object: string,
  name: string,
  element: XmlElement,
  file: string,
  valueSets: ValueSets,
): void {
  draft.attempt(file, () => {
    const isCustom = /__c$/.test(name);
    const isSystem = PLATFORM_OBJECTS[object]?.readOnly.includes(name) ?? false;
    const field = buildField(element, name, { file, isCustom, isSystem, valueSets });
    const fields = draft.draftOf(object).fields;
    if (fields.has(name.toLowerCase())) throw new Error(`field "${object}.${name}" is defined twice`);
    fields.set(name.toLowerCase(), field);
  });
}

function addObjects(draft: SchemaDraft, components: readonly Component[], valueSets: ValueSets): void {
  const known = (component: Component): ObjectDraft | undefined => draft.objects.get(component.fullName.toLowerCase());
  for (const component of components.filter((c) => c.type === "CustomObject"))
    if (!known(component))
      draft.objects.set(component.fullName.toLowerCase(), {
        name: component.fullName,
        component,
        fields: new Map(),
        rules: [],
        children: new Map(),
      });
  for (const component of components.filter((c) => c.type === "CustomObject"))
    for (const element of childrenOf(component.element, "fields"))
      addField(draft, component.fullName, textOf(element, "fullName") ?? "", element, component.file, valueSets);
  for (const component of components.filter((c) => c.type === "CustomField")) {
    const { object, field } = fieldOwner(component);
    addField(draft, object, field, component.element, component.file, valueSets);
  }
}

function addRules(draft: SchemaDraft, components: readonly Component[]): void {
  for (const component of components.filter((c) => c.type === "ValidationRule"))
    draft.attempt(component.file, () => {
      const [object = "", name = ""] = component.fullName.split(".");
      const rule = toRule(component.element, name, component.file);
      if (rule) draft.draftOf(object).rules.push(rule);
    });
}

function addChildRelationships(draft: SchemaDraft): void {
  for (const child of draft.objects.values())
    for (const field of child.fields.values()) {
      const { reference } = field;
      if (!reference || field.source.file === "(platform)") continue;
      draft.attempt(field.source.file, () => {
        const parent = draft.objects.get(reference.to[0]!.toLowerCase());
        if (!parent)
          throw new Error(
            `field "${child.name}.${field.name}" refers to object "${reference.to[0]}", which does not exist`,
          );
        const name = reference.childRelationshipName;
        if (name === null) return;
        if (parent.children.has(name.toLowerCase()))
          throw new Error(
            `relationship name "${name}" of field "${child.name}.${field.name}" is taken on ${parent.name}`,
          );
        parent.children.set(name.toLowerCase(), { name, childObject: child.name, childField: field.name });
      });
    }
}

/** The schema as far as it can be made, and everything that is wrong with its components. */
export function draftSchema(
  components: readonly Component[],
  options: { isMultiCurrency: boolean },
): { schema: Schema; findings: readonly Finding[] } {
  const draft = new SchemaDraft();
  addObjects(draft, components, valueSetsOf(components));
  for (const object of draft.objects.values()) addPlatformFields(object, options.isMultiCurrency);
  resolveRollUpSummaries(draft, options.isMultiCurrency);
  addRules(draft, components);
  addChildRelationships(draft);
  const drafts = [...draft.objects.values()];
  const prefixOf = keyPrefixes(drafts);
  const objects = new Map(drafts.map((d) => [d.name.toLowerCase(), finishObject(d, prefixOf(d))]));
  const { isMultiCurrency } = options;
  return { schema: { objects, isMultiCurrency, labels: labelsOf(components) }, findings: draft.findings };
}

/**
 * Makes the org's schema from metadata components: the package's and the standard objects'.
 * Throws a MetadataError that names every file and reason.
 */
export function buildSchema(components: readonly Component[], options: { isMultiCurrency: boolean }): Schema {
  const { schema, findings } = draftSchema(components, options);
  if (findings.length > 0) throw new MetadataError(findings);
  return schema;
}
