import { AsyncLocalStorage } from "node:async_hooks";
import type { Endpoint } from "./endpoint.ts";

/** Which call of the API the code at work serves: rules about rows can be meant for some calls only. */
export const callAtWork = new AsyncLocalStorage<Endpoint>();
