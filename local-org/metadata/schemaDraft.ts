import type { Finding } from "./metadataError.ts";
import type { Component } from "./readPackage.ts";
import { textOf } from "./readXml.ts";
import type { ChildRelationship, Field, ValidationRule } from "./schema.ts";

/** An object while its parts are still being gathered from their files. */
export interface ObjectDraft {
  readonly name: string;
  readonly component: Component;
  readonly fields: Map<string, Field>;
  readonly rules: ValidationRule[];
  readonly children: Map<string, ChildRelationship>;
}

export function isHierarchySetting({ component }: ObjectDraft): boolean {
  return textOf(component.element, "customSettingsType") === "Hierarchy";
}

/** The schema under way, and what was found wrong so far. */
export class SchemaDraft {
  readonly findings: Finding[] = [];
  readonly objects = new Map<string, ObjectDraft>();

  /** Runs a step and turns its failure into a finding, so that one bad file does not hide the next. */
  attempt(file: string, step: () => void): void {
    try {
      step();
    } catch (error) {
      this.findings.push({ file, reason: (error as Error).message });
    }
  }

  draftOf(object: string): ObjectDraft {
    const draft = this.objects.get(object.toLowerCase());
    if (!draft) throw new Error(`object "${object}" does not exist`);
    return draft;
  }
}
