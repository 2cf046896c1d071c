/**
 * Keys and kinds of the payloads that the platform's public samples ship for the User Interface API and GraphQL
 * (trailheadapps/lwc-recipes, CC0), written down by hand, none of their content. A text names the kinds that a value
 * may have, or another shape; one item in a list stands for all; `*` is whatever a record or an object has.
 * Keys with a question mark are missing in older samples; here they have to be there all the same.
 */
export type Shape = string | readonly Shape[] | { readonly [key: string]: Shape };

const RECORD_HEAD = {
  apiName: "string",
  childRelationships: {},
  lastModifiedById: "string",
  lastModifiedDate: "string",
  "recordTypeId?": "null|string",
  recordTypeInfo: "null",
  systemModstamp: "string",
};

const FIELD_INFO = {
  apiName: "string",
  calculated: "boolean",
  compound: "boolean",
  compoundComponentName: "null|string",
  compoundFieldName: "null|string",
  controllerName: "null",
  controllingFields: [],
  createable: "boolean",
  custom: "boolean",
  dataType: "string",
  extraTypeInfo: "null|string",
  filterable: "boolean",
  filteredLookupInfo: "null",
  highScaleNumber: "boolean",
  htmlFormatted: "boolean",
  inlineHelpText: "null|string",
  label: "string",
  length: "number",
  nameField: "boolean",
  polymorphicForeignKey: "boolean",
  precision: "number",
  reference: "boolean",
  referenceTargetField: "null",
  referenceToInfos: [{ apiName: "string", nameFields: ["string"] }],
  relationshipName: "null|string",
  required: "boolean",
  scale: "number",
  searchPrefilterable: "boolean",
  sortable: "boolean",
  unique: "boolean",
  updateable: "boolean",
};

const LAYOUT_ITEM = {
  editableForNew: "boolean",
  editableForUpdate: "boolean",
  label: "string",
  layoutComponents: ["layoutField|emptySpace"],
  lookupIdApiName: "null|string",
  required: "boolean",
  sortable: "boolean",
};

const nodes = (node: Shape): Shape => ({ edges: [{ node }] });

/** By name; the names may stand in other shapes. */
export const SAMPLE_SHAPES: Readonly<Record<string, Shape>> = {
  fieldValue: { displayValue: "null|string", value: "null|string|number|boolean|record" },
  record: { ...RECORD_HEAD, "eTag?": "string", fields: { "*": "fieldValue" }, id: "string" },
  newRecord: {
    ...RECORD_HEAD,
    fields: { "*": "fieldValue" },
    id: "null",
    lastModifiedById: "null",
    lastModifiedDate: "null",
    systemModstamp: "null",
  },
  records: { hasErrors: "boolean", results: [{ statusCode: "number", result: "record" }] },
  objectInfo: {
    apiName: "string",
    childRelationships: [
      {
        childObjectApiName: "string",
        fieldName: "string",
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName: "string",
      },
    ],
    createable: "boolean",
    custom: "boolean",
    defaultRecordTypeId: "null|string",
    deletable: "boolean",
    dependentFields: {},
    "eTag?": "string",
    feedEnabled: "boolean",
    fields: { "*": FIELD_INFO },
    keyPrefix: "string",
    label: "string",
    labelPlural: "string",
    layoutable: "boolean",
    mruEnabled: "boolean",
    nameFields: ["string"],
    queryable: "boolean",
    recordTypeInfos: {
      "*": {
        available: "boolean",
        defaultRecordTypeMapping: "boolean",
        master: "boolean",
        name: "string",
        recordTypeId: "string",
      },
    },
    searchable: "boolean",
    themeInfo: { color: "string", iconUrl: "string" },
    updateable: "boolean",
  },
  picklistValues: {
    controllerValues: {},
    defaultValue: "null|choice",
    eTag: "string",
    url: "string",
    values: ["choice"],
  },
  choice: { attributes: "null", label: "string", validFor: [], value: "string" },
  picklistValuesByRecordType: { eTag: "string", picklistFieldValues: { "*": "picklistValues" } },
  layoutField: { apiName: "string", componentType: "string", label: "string" },
  emptySpace: { apiName: "null", componentType: "string" },
  createDefaults: {
    layout: {
      id: "string",
      layoutType: "string",
      mode: "string",
      sections: [
        {
          collapsible: "boolean",
          columns: "number",
          heading: "string",
          id: "string",
          layoutRows: [{ layoutItems: [LAYOUT_ITEM] }],
          rows: "number",
          useHeading: "boolean",
        },
      ],
    },
    objectInfos: { "*": "objectInfo" },
    record: "newRecord",
  },
  listUi: {
    eTag: "string",
    info: {
      cloneable: "boolean",
      createable: "boolean",
      deletable: "boolean",
      displayColumns: [{ fieldApiName: "string", label: "string", sortable: "boolean" }],
      eTag: "string",
      filterLogicString: "null|string",
      filteredByInfo: [],
      label: "string",
      listReference: { id: "string", listViewApiName: "string", objectApiName: "string", type: "string" },
      orderedByInfo: [{ fieldApiName: "string", isAscending: "boolean", label: "string" }],
      updateable: "boolean",
      userPreferences: { columnWidths: { "*": "number" }, columnWrap: { "*": "boolean" } },
      visibility: "string",
      visibilityEditable: "boolean",
    },
    records: {
      count: "number",
      currentPageToken: "string",
      currentPageUrl: "string",
      listInfoETag: "string",
      nextPageToken: "null|string",
      nextPageUrl: "null|string",
      previousPageToken: "null|string",
      previousPageUrl: "null|string",
      records: ["record"],
    },
  },
  graphqlText: { value: "null|string" },
  graphqlPage: {
    ...(nodes({ Id: "string", Name: "graphqlText" }) as object),
    pageInfo: { endCursor: "null|string", hasNextPage: "boolean", hasPreviousPage: "boolean" },
    totalCount: "number",
  },
  graphqlOpportunities: nodes({
    Amount: { displayValue: "null|string", value: "null|number" },
    Id: "string",
    IsClosed: { value: "boolean" },
    Name: "graphqlText",
    OwnerId: "graphqlText",
    StageName: "graphqlText",
  }),
  graphqlAccounts: nodes({ Id: "string", Name: "graphqlText", NumberOfEmployees: { value: "null|number" } }),
  graphqlCreated: { Record: { Id: "string", Name: "graphqlText" } },
  graphqlUpdated: {
    Record: { Email: "graphqlText", FirstName: "graphqlText", Id: "string", LastName: "graphqlText" },
  },
  graphqlDeleted: { Id: "string" },
  graphqlErrors: [{ extensions: { ErrorType: "string" }, locations: [], message: "string", paths: [] }],
};
