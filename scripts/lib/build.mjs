import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { inRoot, nodeBinary, root, tool } from "./paths.mjs";
import { run } from "./run.mjs";
import { hashSources } from "./source-hash.mjs";

const marker = inRoot("dist", "source-hash");
const products = [inRoot(".next", "BUILD_ID"), inRoot("dist", "server.js"), inRoot("dist", "cli.js")];

/** Whether the bundles in dist/ and .next/ belong to the present sources. */
export const isBuilt = (hash = hashSources(root)) =>
  products.every(existsSync) && existsSync(marker) && readFileSync(marker, "utf8") === hash;

/**
 * Builds browser and server bundles if a source changed since the last build.
 * @returns {Promise<number>} exit code
 */
export async function ensureBuilt() {
  const hash = hashSources(root);
  if (isBuilt(hash)) return 0;
  process.stdout.write("Building…\n");
  rmSync(marker, { force: true });
  const next = await run(tool("next"), ["build"]);
  if (next !== 0) return next;
  const bundle = await run(nodeBinary(), ["scripts/bundle.mjs"]);
  if (bundle !== 0) return bundle;
  mkdirSync(inRoot("dist"), { recursive: true });
  writeFileSync(marker, hash);
  return 0;
}
