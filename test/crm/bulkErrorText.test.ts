import { wordsOf } from "../../sync-service/crm/bulkIngest.ts";

// https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_job_failed_results.htm
test.each([
  [
    "UNABLE_TO_LOCK_ROW:unable to obtain exclusive access to this record:--",
    "UNABLE_TO_LOCK_ROW",
    "unable to obtain exclusive access to this record",
  ],
  [
    "STRING_TOO_LONG:Name: data value too large: abc (max length=3):Name --",
    "STRING_TOO_LONG",
    "Name: data value too large: abc (max length=3)",
  ],
  [
    "REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --",
    "REQUIRED_FIELD_MISSING",
    "Required fields are missing: [LastName]",
  ],
  ["DUPLICATE_VALUE:two values:Key__c,Name --", "DUPLICATE_VALUE", "two values"],
  ["DUPLICATE_VALUE:two values:Key__c, Name --", "DUPLICATE_VALUE", "two values"],
  [
    "FIELD_CUSTOM_VALIDATION_EXCEPTION:Open: 10:30 at -- the gate:--",
    "FIELD_CUSTOM_VALIDATION_EXCEPTION",
    "Open: 10:30 at -- the gate",
  ],
  ["UNKNOWN_EXCEPTION", "UNKNOWN_EXCEPTION", ""],
])("a bulk row's error %p is read as its code and its words", (text, code, message) => {
  expect(wordsOf(text)).toEqual({ code, message });
});
