import { callOrg } from "local/http";
import { wireAdapter, type Question } from "local/wire";

type ObjectName = string | { readonly objectApiName: string };

function nameOf(object: ObjectName): string {
  return typeof object === "string" ? object : object.objectApiName;
}

function question(path: string): Question {
  return { key: path, load: () => callOrg(path) };
}

export const getObjectInfo = wireAdapter<{ readonly objectApiName?: ObjectName }>(({ objectApiName }) =>
  objectApiName === undefined ? null : question(`/ui-api/object-info/${nameOf(objectApiName)}`),
);

export const getObjectInfos = wireAdapter<{ readonly objectApiNames?: readonly ObjectName[] }>(({ objectApiNames }) =>
  objectApiNames === undefined || objectApiNames.length === 0
    ? null
    : question(`/ui-api/object-info/batch/${objectApiNames.map(nameOf).join(",")}`),
);

interface PicklistConfig {
  readonly recordTypeId?: string;
  readonly fieldApiName?: string | { readonly objectApiName: string; readonly fieldApiName: string };
}

export const getPicklistValues = wireAdapter<PicklistConfig>(({ recordTypeId, fieldApiName }) => {
  if (recordTypeId === undefined || fieldApiName === undefined) return null;
  const [object = "", field = ""] =
    typeof fieldApiName === "string"
      ? fieldApiName.split(".")
      : [fieldApiName.objectApiName, fieldApiName.fieldApiName];
  return question(`/ui-api/object-info/${object}/picklist-values/${recordTypeId}/${field}`);
});

interface ByRecordTypeConfig {
  readonly recordTypeId?: string;
  readonly objectApiName?: ObjectName;
}

export const getPicklistValuesByRecordType = wireAdapter<ByRecordTypeConfig>(({ recordTypeId, objectApiName }) =>
  recordTypeId === undefined || objectApiName === undefined
    ? null
    : question(`/ui-api/object-info/${nameOf(objectApiName)}/picklist-values/${recordTypeId}`),
);
