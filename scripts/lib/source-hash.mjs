import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What the built product is made of; tests and documents are not. */
const sources = [
  "app",
  "components",
  "lib",
  "workflows",
  "drizzle",
  "public",
  "server.ts",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
  "scripts/bundle.mjs",
];

const isTest = /\.(test|spec)\.tsx?$/;

/**
 * Hash over the paths and contents of all sources below `root`, independent of times and of the order in
 * which the file system lists them.
 * @param {string} root
 * @returns {string} hex
 */
export function hashSources(root) {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const path of filesBelow(root, source)) {
      hash
        .update(path)
        .update("\0")
        .update(readFileSync(join(root, path)))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

/**
 * @param {string} root
 * @param {string} path relative to root
 * @returns {Generator<string>} relative paths of files, sorted
 */
function* filesBelow(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (!statSync(full).isDirectory()) {
    if (!isTest.test(path)) yield path;
    return;
  }
  for (const name of readdirSync(full).sort()) yield* filesBelow(root, `${path}/${name}`);
}
