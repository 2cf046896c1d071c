import { stripTypeScriptTypes } from "node:module";
import type { Plugin } from "rolldown";

/** LWC's compiler reads files named `.ts` but no types; decorators have to reach it as they are. */
export function stripTypes(): Plugin {
  return {
    name: "strip-types",
    transform(code, id) {
      return /\.ts(?:\?|$)/.test(id) ? { code: stripTypeScriptTypes(code), map: null } : null;
    },
  };
}
