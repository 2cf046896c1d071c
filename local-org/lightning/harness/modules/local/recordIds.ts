const ID = /^[a-zA-Z0-9]{18}$/;

function isWrapped(value: unknown): value is { readonly value: unknown } {
  return typeof value === "object" && value !== null && "value" in value;
}

function addId(value: unknown, found: Set<string>): void {
  const id: unknown = isWrapped(value) ? value.value : value;
  if (typeof id === "string" && ID.test(id)) found.add(id);
}

/** Ids of the records that an answer holds: what stands under `id` or `Id`, at any depth. */
export function recordIdsIn(answer: unknown, found = new Set<string>()): Set<string> {
  if (typeof answer !== "object" || answer === null) return found;
  for (const [name, value] of Object.entries(answer))
    if (name === "Id" || name === "id") addId(value, found);
    else recordIdsIn(value, found);
  return found;
}
