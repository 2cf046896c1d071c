/** Structured logs: one JSON document a line on standard error, so that standard output stays the command's own. */
import winston from "winston";

export type Log = winston.Logger;

/** A logger at one level; `silent` writes nothing at all (tests, terminal displays). */
export function createLogger(level: string): Log {
  return winston.createLogger({
    level: level === "silent" ? "error" : level,
    silent: level === "silent",
    format: winston.format.combine(winston.format.timestamp(), winston.format.json()),
    transports: [
      new winston.transports.Console({
        // Standard output belongs to `--json`; every level goes to standard error.
        stderrLevels: ["error", "warn", "info", "debug"],
      }),
    ],
  });
}
