/** Structured logs: one JSON document a line on standard error, so that standard output stays the command's own. */
import winston from "winston";
import { withoutSecrets } from "./crm/withoutSecrets.ts";

export type Log = winston.Logger;

/** Whatever somebody logs one day: texts go out without sessions, tokens, keys and addresses. */
const hiding = winston.format((info) => {
  for (const [name, value] of Object.entries(info)) if (typeof value === "string") info[name] = withoutSecrets(value);
  return info;
});

/** A logger at one level; `silent` writes nothing at all (tests, terminal displays). */
export function createLogger(level: string): Log {
  return winston.createLogger({
    level: level === "silent" ? "error" : level,
    silent: level === "silent",
    format: winston.format.combine(winston.format.timestamp(), hiding(), winston.format.json()),
    transports: [
      new winston.transports.Console({
        // Standard output belongs to `--json`; every level goes to standard error.
        stderrLevels: ["error", "warn", "info", "debug"],
      }),
    ],
  });
}
