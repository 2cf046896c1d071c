/** What the integration user has to be allowed: the package's own permission set, as it lies in source. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import { ConfigurationError } from "./errors.ts";

export const servicePermissionSet = "Partner_Sync_Service";

export interface ObjectNeed {
  readonly object: string;
  readonly isRead: boolean;
  readonly isCreated: boolean;
  readonly isUpdated: boolean;
  /** Field names without the object's. */
  readonly readFields: readonly string[];
  readonly writtenFields: readonly string[];
}

const source = join(
  import.meta.dirname,
  `../../force-app/main/default/permissionsets/${servicePermissionSet}.permissionset-meta.xml`,
);

const isTrue = z.enum(["true", "false"]).transform((text) => text === "true");

const shape = z.object({
  PermissionSet: z.object({
    fieldPermissions: z.array(z.object({ field: z.string(), readable: isTrue, editable: isTrue })),
    objectPermissions: z.array(
      z.object({ object: z.string(), allowRead: isTrue, allowCreate: isTrue, allowEdit: isTrue }),
    ),
  }),
});

const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => name === "fieldPermissions" || name === "objectPermissions",
});

/** By object, in the file's order. @throws ConfigurationError where the package's source is not beside the service. */
export function readPermissionSetFile(file = source): ObjectNeed[] {
  const result = shape.safeParse(parser.parse(textOf(file)));
  if (!result.success)
    throw new ConfigurationError(`${file} is no permission set: ${result.error.issues[0]?.message ?? ""}`);
  const { fieldPermissions, objectPermissions } = result.data.PermissionSet;
  return objectPermissions.map(({ object, allowRead, allowCreate, allowEdit }) => {
    const own = fieldPermissions.filter(({ field }) => field.startsWith(`${object}.`));
    const names = (fields: typeof own): string[] => fields.map(({ field }) => field.slice(object.length + 1));
    return {
      object,
      isRead: allowRead,
      isCreated: allowCreate,
      isUpdated: allowEdit,
      readFields: names(own.filter(({ readable }) => readable)),
      writtenFields: names(own.filter(({ editable }) => editable)),
    };
  });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new ConfigurationError(
      `${file} can't be read: the package's source (force-app) has to lie beside the service`,
      {
        cause: error,
      },
    );
  }
}
