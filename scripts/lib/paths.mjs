import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts);

/**
 * The Node that runs the product: the pinned one from node_modules, because the machine's own may be old.
 * @returns {string}
 */
export function nodeBinary() {
  const name = process.platform === "win32" ? "node.cmd" : "node";
  const pinned = inRoot("node_modules", ".bin", name);
  return existsSync(pinned) ? pinned : process.execPath;
}

/**
 * @param {string} name
 * @returns {string} path of a tool that was installed with the dependencies
 */
export const tool = (name) => inRoot("node_modules", ".bin", name);

/**
 * Environment in which `node` and every installed tool mean the pinned ones.
 * @param {Record<string, string | undefined>} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(extra = {}) {
  const path = `${inRoot("node_modules", ".bin")}:${process.env.PATH ?? ""}`;
  return { ...process.env, PATH: path, NEXT_TELEMETRY_DISABLED: "1", ...extra };
}
