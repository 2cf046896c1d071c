import type { Field, FieldValue, RecordValues } from "../../metadata/schema.ts";

export interface UserFormat {
  /** `en_US`, as a user's LocaleSidKey names it. */
  readonly locale: string;
  readonly timeZone: string;
  readonly isMultiCurrency: boolean;
}

/** A single-currency org of this kind has dollars. */
const CORPORATE_CURRENCY = "USD";

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = numberFormats.get(key);
  if (!format) numberFormats.set(key, (format = new Intl.NumberFormat(locale, options)));
  return format;
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = dateFormats.get(key);
  if (!format) dateFormats.set(key, (format = new Intl.DateTimeFormat(locale, options)));
  return format;
}

/** The locale's short form, but with all digits of the year. */
function showMoment(locale: string, options: Intl.DateTimeFormatOptions, at: Date): string {
  const { timeZone } = options;
  const year = dateFormat("en-US", { year: "numeric", ...(timeZone === undefined ? {} : { timeZone }) }).format(at);
  const parts = dateFormat(locale, { dateStyle: "short", ...options }).formatToParts(at);
  return parts.map(({ type, value }) => (type === "year" ? year : value)).join("");
}

/** The narrow spaces of newer locale data, as plain ones. */
function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}

/** Values as one user's pages show them: the `displayValue` beside the `value`. */
export class DisplayFormat {
  readonly #user: UserFormat;
  readonly #locale: string;

  constructor(user: UserFormat) {
    this.#user = user;
    this.#locale = user.locale.replaceAll("_", "-");
  }

  /** null where the platform shows the value as it is. */
  show(field: Field, value: FieldValue, record: RecordValues): string | null {
    if (value === null || typeof value === "boolean") return null;
    switch (field.type) {
      case "picklist":
      case "multipicklist":
        return this.#labels(field, value);
      case "currency":
        return this.#currency(field, value, record["CurrencyIsoCode"]);
      case "percent":
        return `${this.#number(field, value)}%`;
      case "int":
      case "double":
        return this.#number(field, value);
      case "date":
        return showMoment(this.#locale, { timeZone: "UTC" }, new Date(`${value}T00:00:00Z`));
      case "datetime":
        return this.#moment(value);
      case "id":
      case "reference":
      case "boolean":
      case "string":
      case "textarea":
      case "email":
      case "phone":
      case "url":
        return null;
    }
  }

  /** A number as this user reads it; exact, because Intl takes decimal text. */
  #number({ scale }: Field, value: string): string {
    const options = { minimumFractionDigits: scale, maximumFractionDigits: scale };
    return plainSpaces(numberFormat(this.#locale, options).format(value as Intl.StringNumericLiteral));
  }

  #currency({ scale }: Field, value: string, code: FieldValue | undefined): string {
    const isCoded = this.#user.isMultiCurrency && typeof code === "string";
    const options: Intl.NumberFormatOptions = {
      style: "currency",
      currency: isCoded ? code : CORPORATE_CURRENCY,
      currencyDisplay: isCoded ? "code" : "symbol",
      minimumFractionDigits: scale,
      maximumFractionDigits: scale,
    };
    return plainSpaces(numberFormat(this.#locale, options).format(value as Intl.StringNumericLiteral));
  }

  #moment(value: string): string {
    const { timeZone } = this.#user;
    return plainSpaces(showMoment(this.#locale, { timeStyle: "short", timeZone }, new Date(value)));
  }

  #labels({ picklist }: Field, value: string): string {
    const labelOf = (part: string): string => picklist?.find((item) => item.value === part)?.label ?? part;
    return value.split(";").map(labelOf).join(";");
  }
}
