// Completes an install before any npm script runs, and says clearly when Node is too old.
// CommonJS and plain ES5-era APIs on purpose: this file must run on whatever Node npm was started with.
"use strict";
const { createHash } = require("node:crypto");
const { execSync, execFileSync } = require("node:child_process");
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const OLDEST_NODE = 24; // jsforce 3.10.26 needs 22.19; running .ts without a flag needs 24
const root = join(__dirname, "..");
const stamp = join(root, "node_modules", ".lock-sha256");
const wanted = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .digest("hex");

/** Major version of the Node that npm scripts will find: node_modules/.bin comes first on their PATH. */
function carriedNodeMajor() {
  try {
    return Number(
      execFileSync("node", ["-p", "process.versions.node.split('.')[0]"], {
        encoding: "utf8",
      }),
    );
  } catch {
    return 0;
  }
}

function installedStamp() {
  return existsSync(stamp) ? readFileSync(stamp, "utf8").trim() : "";
}

if (installedStamp() !== wanted) {
  // A fresh `npm ci` leaves no stamp; it is complete exactly when the carried Node is there.
  const isComplete = existsSync(join(root, "node_modules", ".package-lock.json"));
  if (!isComplete || installedStamp() !== "" || carriedNodeMajor() < OLDEST_NODE) {
    console.error("Completing the installation (npm ci --include=optional) …");
    execSync("npm ci --include=optional --no-audit --no-fund", {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  writeFileSync(stamp, wanted + "\n");
}

if (carriedNodeMajor() < OLDEST_NODE) {
  console.error(
    "This project needs Node " +
      OLDEST_NODE +
      " or newer and carries Node 26 as an optional dependency, which is not installed for " +
      process.platform +
      "-" +
      process.arch +
      ". Install Node 26 yourself, or run `npm ci --include=optional`.",
  );
  process.exit(2);
}
