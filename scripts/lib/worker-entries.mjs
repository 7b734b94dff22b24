import { readdirSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * Worker threads load their file by URL next to the bundle, so each `*.worker.ts` becomes its own entry.
 * @param {string} root
 * @returns {Record<string, string>} name in dist → source
 */
export function workerEntries(root) {
  /** @type {Record<string, string>} */
  const entries = {};
  for (const area of ["lib", "workflows"]) {
    for (const path of readdirSync(join(root, area), { recursive: true, encoding: "utf8" })) {
      if (path.endsWith(".worker.ts")) entries[basename(path, ".ts")] = `./${area}/${path}`;
    }
  }
  return entries;
}
