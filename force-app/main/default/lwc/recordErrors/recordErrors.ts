/** A refused read or write, told apart by what a person can do about it. */
export interface RecordErrors {
  /** Sentences about the whole record. */
  readonly messages: readonly string[];
  /** Sentences by the API name of the field they belong to. */
  readonly byField: Readonly<Record<string, readonly string[]>>;
}

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose => typeof value === "object" && value !== null;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function messageOf(value: unknown): string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  if (!isObject(value)) return [];
  return typeof value.message === "string" && value.message !== "" ? [value.message] : [];
}

function addFields(found: Map<string, string[]>, fieldErrors: unknown): void {
  if (!isObject(fieldErrors)) return;
  for (const [field, errors] of Object.entries(fieldErrors)) {
    const texts = listOf(errors).flatMap(messageOf);
    if (texts.length > 0) found.set(field, [...(found.get(field) ?? []), ...texts]);
  }
}

/** The body of a UI API answer: its own message only where it says nothing more precise. */
function readBody(body: Loose, messages: string[], fields: Map<string, string[]>): void {
  const output = isObject(body.output) ? body.output : {};
  const precise = listOf(output.errors).flatMap(messageOf);
  const before = fields.size;
  addFields(fields, output.fieldErrors);
  if (precise.length > 0) messages.push(...precise);
  else if (fields.size === before) messages.push(...messageOf(body));
}

function readOne(error: unknown, messages: string[], fields: Map<string, string[]>): void {
  const body = isObject(error) ? error.body : undefined;
  if (Array.isArray(body)) messages.push(...body.flatMap(messageOf));
  else if (isObject(body)) readBody(body, messages, fields);
  else if (messageOf(error).length > 0) messages.push(...messageOf(error));
  else if (isObject(error) && typeof error.statusText === "string") messages.push(error.statusText);
}

/**
 * Reads what `lightning/uiRecordApi` rejects with (`body.output.errors` and `fieldErrors`), what `lightning/graphql`
 * answers in `errors`, and errors of JavaScript.
 */
export function readErrors(thrown: unknown): RecordErrors {
  const messages: string[] = [];
  const fields = new Map<string, string[]>();
  for (const error of Array.isArray(thrown) ? thrown : [thrown]) readOne(error, messages, fields);
  return { messages: [...new Set(messages)], byField: Object.fromEntries(fields) };
}

/** Every sentence of an error, those about fields included. */
export function reduceErrors(thrown: unknown): string[] {
  const { messages, byField } = readErrors(thrown);
  return [...new Set([...messages, ...Object.values(byField).flat()])];
}
