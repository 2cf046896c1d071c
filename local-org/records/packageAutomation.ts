import type { Flow } from "../flows/flowModel.ts";
import type { Schema } from "../metadata/schema.ts";

/** The parts of a package that act on their own. */
export interface PackageAutomation {
  readonly schema: Schema;
  readonly flows: readonly Flow[];
  /** Names that `$Permission` may use. */
  readonly customPermissions: ReadonlySet<string>;
}
