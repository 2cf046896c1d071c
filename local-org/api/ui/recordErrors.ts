import type { ObjectSchema } from "../../metadata/schema.ts";
import type { SalesforceError } from "../../salesforceError.ts";
import { toSalesforceError } from "../apiError.ts";
import type { ApiResponse } from "../route.ts";

interface RecordFault {
  readonly constituentField: null;
  readonly duplicateRecordError: null;
  readonly errorCode: string;
  readonly field: string | null;
  readonly fieldLabel: string | null;
  readonly message: string;
}

const MESSAGE = "An error occurred while trying to update the record. Please try again.";

function faultOf(error: SalesforceError, field: { name: string; label: string } | null): RecordFault {
  return {
    constituentField: null,
    duplicateRecordError: null,
    errorCode: error.errorCode,
    field: field?.name ?? null,
    fieldLabel: field?.label ?? null,
    message: error.message,
  };
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_error_with_output.htm */
function recordError(object: ObjectSchema, error: SalesforceError): ApiResponse {
  const fieldErrors: Record<string, RecordFault[]> = {};
  const errors: RecordFault[] = [];
  for (const each of error.all) {
    if (each.fields.length === 0) errors.push(faultOf(each, null));
    for (const name of each.fields) {
      const field = object.fields.get(name.toLowerCase()) ?? { name, label: name };
      (fieldErrors[field.name] ??= []).push(faultOf(each, field));
    }
  }
  return {
    status: 400,
    body: { message: MESSAGE, statusCode: 400, enhancedErrorType: "RecordError", output: { errors, fieldErrors } },
  };
}

/** Faults of the request itself, not of the record: they answer as a list, as on reads. */
const OF_THE_REQUEST = new Set(["JSON_PARSER_ERROR", "FUNCTIONALITY_NOT_ENABLED", "INVALID_TYPE", "INVALID_FIELD"]);

/** Runs a save; what the record is at fault for becomes an Error with Output. */
export function withRecordErrors(object: ObjectSchema, save: () => ApiResponse): ApiResponse {
  try {
    return save();
  } catch (error) {
    const fault = toSalesforceError(error);
    if (fault.status !== 400 || OF_THE_REQUEST.has(fault.errorCode)) throw fault;
    return recordError(object, fault);
  }
}
