import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";
import { run } from "./run.mjs";

const marker = inRoot("node_modules", ".signalbox-install");

/** What decides whether the installed packages still fit: manifest, lockfile, npm settings, platform. */
function wanted() {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`);
  for (const name of ["package.json", "package-lock.json", ".npmrc"]) {
    if (existsSync(inRoot(name))) hash.update(readFileSync(inRoot(name)));
  }
  return hash.digest("hex");
}

/**
 * Installs the dependencies if they are missing or belong to another lockfile.
 * @returns {Promise<number>} exit code
 */
export async function ensureInstalled() {
  if (!nodeIsAtLeast(20)) return 1;
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted()) return 0;
  process.stdout.write("Installing dependencies…\n");
  // --no-save: the lockfile may lack other platforms' optional packages; an install must not rewrite it.
  const args = ["install", "--no-save", "--include=dev", "--include=optional"];
  const code = await run("npm", args, { env: { NODE_ENV: undefined } });
  if (code === 0) writeFileSync(marker, wanted());
  return code;
}

/** @param {number} least */
function nodeIsAtLeast(least) {
  const fits = Number(process.versions.node.split(".")[0]) >= least;
  if (!fits) process.stderr.write(`Signalbox needs Node ${least} or newer; this is ${process.version}.\n`);
  return fits;
}
