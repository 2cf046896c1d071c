import type { Field, ObjectSchema } from "../metadata/schema.ts";
import type { ObjectPermission, PermissionSet } from "./permissionSet.ts";

/** What a profile of the local org gives by itself; everything else comes from permission sets. */
export interface ProfileRights {
  readonly name: string;
  /** Rights on objects that no permission set names: all, the standard ones, or none. */
  readonly objects: "all" | "standard" | "none";
  readonly isAdministrator: boolean;
}

export const PROFILES: readonly ProfileRights[] = [
  { name: "System Administrator", objects: "all", isAdministrator: true },
  { name: "Standard User", objects: "standard", isAdministrator: false },
  { name: "Minimum Access - API Only Integrations", objects: "none", isAdministrator: false },
];

type Right = keyof ObjectPermission;

/** Setup objects that every user reads, as on the platform. */
const READABLE_BY_ALL = new Set([
  "User",
  "Organization",
  "Profile",
  "UserRole",
  "PermissionSet",
  "PermissionSetAssignment",
  "CurrencyType",
  "DatedConversionRate",
]);

/** Line items and the like have the rights of their parent: whoever may edit an opportunity may add to it. */
function rightsHolder(object: ObjectSchema, right: Right): [owner: string, right: Right] {
  if (object.rightsOf === null) return [object.name.toLowerCase(), right];
  return [object.rightsOf, right === "read" || right === "viewAll" ? right : "edit"];
}

/**
 * What one user may do: profile and permission sets together. Field-level security of custom fields comes
 * from permission sets alone, for administrators too, as for fields that a package deploys.
 */
export class UserAccess {
  readonly userId: string;
  readonly username: string;
  readonly profile: ProfileRights;
  readonly customPermissions: ReadonlySet<string>;
  readonly #sets: readonly PermissionSet[];

  constructor(user: { id: string; username: string; profile: ProfileRights }, sets: readonly PermissionSet[]) {
    this.userId = user.id;
    this.username = user.username;
    this.profile = user.profile;
    this.#sets = sets;
    this.customPermissions = new Set(sets.flatMap((set) => [...set.customPermissions]));
  }

  #profileAllows(object: ObjectSchema, right: Right): boolean {
    if (this.profile.objects === "all") return true;
    if (right === "read" && READABLE_BY_ALL.has(object.name)) return true;
    const isBusiness = object.kind === "standard" && !READABLE_BY_ALL.has(object.name);
    return this.profile.objects === "standard" && isBusiness && right !== "viewAll" && right !== "modifyAll";
  }

  /** True where the user has the right on the object. */
  can(right: Right, object: ObjectSchema): boolean {
    if (object.kind === "customMetadata") return right === "read" && this.#readsMetadata(object);
    if (right !== "read" && right !== "viewAll" && !object.isWritable) return false;
    if (this.#profileAllows(object, right)) return true;
    if (object.isHierarchySetting)
      return right === "read" && this.#sets.some((set) => set.settings.has(object.name.toLowerCase()));
    const [owner, needed] = rightsHolder(object, right);
    return this.#sets.some((set) => set.objects.get(owner)?.[needed] === true);
  }

  #readsMetadata(object: ObjectSchema): boolean {
    return this.profile.isAdministrator || this.#sets.some((set) => set.metadataTypes.has(object.name.toLowerCase()));
  }

  #grants(object: ObjectSchema, field: Field, right: "read" | "edit"): boolean {
    const key = `${object.name}.${field.name}`.toLowerCase();
    return this.#sets.some((set) => set.fields.get(key)?.[right] === true);
  }

  /** True where the user may read the field: unreadable fields are answered as if they did not exist. */
  canReadField(object: ObjectSchema, field: Field): boolean {
    if (!this.can("read", object)) return false;
    const isOpen = !field.isCustom || field.isRequired || object.kind === "customMetadata" || object.isHierarchySetting;
    return isOpen || this.#grants(object, field, "read");
  }

  /** True where the user may set the field. */
  canEditField(object: ObjectSchema, field: Field): boolean {
    if (field.isSystem) return false;
    const isOpen = !field.isCustom || field.isRequired || object.isHierarchySetting;
    return isOpen || this.#grants(object, field, "edit");
  }
}
