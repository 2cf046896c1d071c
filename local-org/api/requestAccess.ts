import type { Request } from "express";
import type { UserAccess } from "../access/userAccess.ts";

const ACCESS = new WeakMap<Request, UserAccess>();

/** Notes who makes the request; called once, when it is authenticated. */
export function setAccess(request: Request, access: UserAccess): void {
  ACCESS.set(request, access);
}

/** Who makes the request. */
export function accessOf(request: Request): UserAccess {
  const access = ACCESS.get(request);
  if (!access) throw new Error("the request was not authenticated");
  return access;
}
