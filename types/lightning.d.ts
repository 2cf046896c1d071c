/** Modules that the platform provides to Lightning web components, as far as this package uses them. */

interface WireAdapter<Config> {
  update(config: Config, context?: object): void;
  connect(): void;
  disconnect(): void;
}

type WireAdapterConstructor<Config, Value> = new (
  callback: (value: Value) => void,
  sourceContext?: { tagName: string },
) => WireAdapter<Config>;

declare module "lightning/graphql" {
  /** https://developer.salesforce.com/docs/platform/lwc/guide/reference-graphql-intro.html */
  export interface GraphqlFault {
    readonly message: string;
    readonly paths?: readonly string[];
  }
  /** Before the first answer neither data nor errors are there. */
  export interface GraphqlResult {
    readonly data?: unknown;
    readonly errors?: readonly GraphqlFault[];
    readonly refresh?: () => Promise<void>;
  }
  /** A parsed document; its inside is the platform's. */
  export interface GraphqlDocument {
    readonly __graphqlDocument: true;
  }
  interface GraphqlConfig {
    query: GraphqlDocument | undefined;
    variables?: Readonly<Record<string, unknown>> | undefined;
    operationName?: string;
  }
  export const graphql: WireAdapterConstructor<GraphqlConfig, GraphqlResult>;
  export function gql(parts: TemplateStringsArray, ...values: readonly unknown[]): GraphqlDocument;
}

declare module "lightning/uiRecordApi" {
  import type { FieldId } from "@salesforce/schema";

  export interface RecordField {
    readonly value: unknown;
    readonly displayValue: string | null;
  }
  export interface UiRecord {
    readonly id: string;
    readonly apiName: string;
    readonly fields: Readonly<Record<string, RecordField>>;
  }
  export interface RecordResult {
    readonly data?: UiRecord;
    readonly error?: unknown;
  }
  interface GetRecordConfig {
    recordId: string | undefined;
    fields?: readonly (FieldId | string)[];
    optionalFields?: readonly (FieldId | string)[];
  }
  export interface RecordInput {
    readonly apiName?: string;
    readonly fields: Readonly<Record<string, unknown>>;
  }
  export const getRecord: WireAdapterConstructor<GetRecordConfig, RecordResult>;
  export function getFieldValue(record: UiRecord | undefined, field: FieldId | string): unknown;
  export function createRecord(input: RecordInput): Promise<UiRecord>;
  export function updateRecord(input: RecordInput): Promise<UiRecord>;
  export function deleteRecord(recordId: string): Promise<void>;
  export function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void>;
}

declare module "lightning/uiObjectInfoApi" {
  import type { ObjectId, FieldId } from "@salesforce/schema";

  export interface ObjectInfo {
    readonly apiName: string;
    readonly label: string;
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly deletable: boolean;
    readonly defaultRecordTypeId: string | null;
    readonly fields: Readonly<
      Record<
        string,
        {
          readonly apiName: string;
          readonly label: string;
          readonly createable: boolean;
          readonly updateable: boolean;
          readonly inlineHelpText: string | null;
        }
      >
    >;
  }
  export interface ObjectInfoResult {
    readonly data?: ObjectInfo;
    readonly error?: unknown;
  }
  export interface PicklistValuesResult {
    readonly data?: { readonly values: readonly { readonly label: string; readonly value: string }[] };
    readonly error?: unknown;
  }
  interface ObjectInfoConfig {
    objectApiName: ObjectId | string | undefined;
  }
  interface PicklistValuesConfig {
    recordTypeId: string | undefined;
    fieldApiName: FieldId | string;
  }
  export const getObjectInfo: WireAdapterConstructor<ObjectInfoConfig, ObjectInfoResult>;
  export const getPicklistValues: WireAdapterConstructor<PicklistValuesConfig, PicklistValuesResult>;
}

declare module "lightning/platformShowToastEvent" {
  export interface Toast {
    readonly title: string;
    readonly message?: string;
    readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
    readonly variant?: "info" | "success" | "warning" | "error";
    readonly mode?: "dismissible" | "pester" | "sticky";
  }
  export class ShowToastEvent extends Event {
    constructor(toast: Toast);
  }
}

declare module "lightning/navigation" {
  export interface PageReference {
    readonly type: string;
    readonly attributes?: Readonly<Record<string, unknown>>;
    readonly state?: Readonly<Record<string, unknown>>;
  }
  interface Navigating {
    [NavigationMixin.Navigate](page: PageReference, replace?: boolean): void;
    [NavigationMixin.GenerateUrl](page: PageReference): Promise<string>;
  }
  /** Adds the two methods of navigation to a component. */
  export function NavigationMixin<Base extends new () => object>(
    base: Base,
  ): Pick<Base, keyof Base> & (new () => InstanceType<Base> & Navigating);
  export namespace NavigationMixin {
    const Navigate: unique symbol;
    const GenerateUrl: unique symbol;
  }
}

declare module "lightning/refresh" {
  export class RefreshEvent extends Event {
    constructor();
  }
  export function registerRefreshHandler(component: object, handler: () => Promise<unknown>): string;
  export function unregisterRefreshHandler(id: string): void;
}

declare module "lightning/confirm" {
  interface Confirmation {
    readonly message: string;
    readonly label: string;
    readonly variant?: "header" | "headerless";
    readonly theme?: "default" | "info" | "success" | "warning" | "error";
  }
  const LightningConfirm: { open(confirmation: Confirmation): Promise<boolean> };
  export default LightningConfirm;
}

declare module "@salesforce/schema" {
  export interface ObjectId {
    readonly objectApiName: string;
  }
  export interface FieldId extends ObjectId {
    readonly fieldApiName: string;
  }
}

declare module "@salesforce/schema/*" {
  import type { FieldId } from "@salesforce/schema";
  const reference: FieldId;
  export default reference;
}

declare module "@salesforce/label/*" {
  const text: string;
  export default text;
}

declare module "@salesforce/customPermission/*" {
  /** Undefined where the person does not hold the permission. */
  const isHeld: boolean | undefined;
  export default isHeld;
}

declare module "@salesforce/user/Id" {
  const id: string;
  export default id;
}

declare module "@salesforce/i18n/*" {
  const setting: string;
  export default setting;
}
