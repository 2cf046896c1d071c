import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What the platform says of a standard object that its metadata does not. */
export interface PlatformObject {
  readonly keyPrefix: string;
  readonly hasOwner: boolean;
  readonly isWritable: boolean;
  /** The object whose permissions it has, because permission sets cannot name it. */
  readonly rightsOf?: string;
  readonly readOnly: readonly string[];
  /** 0 = the object has no name. */
  readonly nameLength: number;
}

/** Standard objects by name. */
export const PLATFORM_OBJECTS = JSON.parse(
  readFileSync(fileURLToPath(new URL("../standard-objects/objects.json", import.meta.url)), "utf8"),
) as Record<string, PlatformObject>;
