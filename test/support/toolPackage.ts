import type { TemporaryDirectory } from "./withOrg.ts";

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function document(root: string, inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${NAMESPACE}>${inner}</${root}>\n`;
}

function tags(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, text]) => `<${name}>${text}</${name}>`)
    .join("");
}

/** A text field of Tool__c. */
export function textField(name: string): string {
  return document("CustomField", tags({ fullName: name, label: name, length: "100", type: "Text" }));
}

export interface FlowDraft {
  readonly trigger: "RecordBeforeSave" | "RecordAfterSave";
  readonly order?: number;
  /** Name of the first element. */
  readonly first: string;
  /** Elements as XML, in the order of their names. */
  readonly elements: string;
  readonly object?: string;
}

/** An active record-triggered flow of Tool__c, on create and update. */
export function flow({ trigger, order, first, elements, object = "Tool__c" }: FlowDraft): string {
  const start = `<start>${tags({ locationX: "0", locationY: "0" })}<connector>${tags({ targetReference: first })}</connector>${tags({ object, recordTriggerType: "CreateAndUpdate", triggerType: trigger })}</start>`;
  const end = order === undefined ? "" : tags({ triggerOrder: String(order) });
  return document(
    "Flow",
    `${tags({ apiVersion: "66.0" })}${elements}${tags({ label: "A flow", processType: "AutoLaunchedFlow" })}${start}${tags({ status: "Active" })}${end}`,
  );
}

/** A validation rule of Tool__c. */
export function rule(name: string, formula: string): string {
  return document(
    "ValidationRule",
    tags({
      fullName: name,
      active: "true",
      errorConditionFormula: formula.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]!),
      errorMessage: `${name} holds.`,
    }),
  );
}

const OBJECT = document(
  "CustomObject",
  `${tags({ deploymentStatus: "Deployed", label: "Tool" })}<nameField>${tags({ label: "Tool", type: "Text" })}</nameField>${tags({ pluralLabel: "Tools", sharingModel: "ReadWrite" })}`,
);

const FIELDS = ["Mode__c", "Trail__c", "Note__c"];

function permissionSet(name: string, fields: readonly string[], more = ""): string {
  const permissions = fields.map(
    (field) =>
      `<fieldPermissions>${tags({ editable: "true", field: `Tool__c.${field}`, readable: "true" })}</fieldPermissions>`,
  );
  const onObject = tags({
    allowCreate: "true",
    allowDelete: "true",
    allowEdit: "true",
    allowRead: "true",
    modifyAllRecords: "true",
    object: "Tool__c",
    viewAllRecords: "true",
  });
  return document(
    "PermissionSet",
    `${more}${permissions.join("")}${tags({ label: name })}<objectPermissions>${onObject}</objectPermissions>`,
  );
}

const KIND_ROW = `<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata ${NAMESPACE} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>Sharp</label><values><field>Word__c</field><value xsi:type="xsd:string">blade</value></values></CustomMetadata>`;

/**
 * Writes a package that holds nothing but an object with three text fields, a label, a custom permission and a
 * custom metadata row: ground for rules and flows of a test's own. Returns its directory.
 */
export function writeToolPackage(directory: TemporaryDirectory, files: Readonly<Record<string, string>>): string {
  const permission = `<customPermissions>${tags({ enabled: "true", name: "Sharpen" })}</customPermissions>`;
  const base: Record<string, string> = {
    "objects/Tool__c/Tool__c.object-meta.xml": OBJECT,
    ...Object.fromEntries(FIELDS.map((name) => [`objects/Tool__c/fields/${name}.field-meta.xml`, textField(name)])),
    "objects/Kind__mdt/Kind__mdt.object-meta.xml": document(
      "CustomObject",
      tags({ label: "Kind", pluralLabel: "Kinds" }),
    ),
    "objects/Kind__mdt/fields/Word__c.field-meta.xml": textField("Word__c"),
    "customMetadata/Kind.Sharp.md-meta.xml": KIND_ROW,
    "customPermissions/Sharpen.customPermission-meta.xml": document("CustomPermission", tags({ label: "Sharpen" })),
    "labels/CustomLabels.labels-meta.xml": document(
      "CustomLabels",
      `<labels>${tags({ fullName: "Forbidden", language: "en_US", protected: "false", shortDescription: "s", value: "axe" })}</labels>`,
    ),
    "permissionsets/Tool_Administrator.permissionset-meta.xml": permissionSet("Tool Administrator", FIELDS, permission),
    // Everything but Note__c.
    "permissionsets/Tool_User.permissionset-meta.xml": permissionSet("Tool User", ["Mode__c", "Trail__c"]),
  };
  for (const [name, text] of Object.entries({ ...base, ...files })) directory.write(`package/${name}`, text);
  return `${directory.path}/package/`;
}
