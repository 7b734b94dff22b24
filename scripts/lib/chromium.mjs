import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { tool } from "./paths.mjs";
import { run } from "./run.mjs";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const macApps = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** @returns {string | undefined} path of a Chromium that is installed on this machine */
export function systemChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? "").split(":");
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...candidates, ...macApps].find((path) => existsSync(path));
}

/**
 * Finds a browser, or gets one: Playwright's own, else Debian's package where we may install it.
 * @returns {Promise<{ path: string } | { missing: string }>}
 */
export async function ensureChromium() {
  const found = systemChromium() ?? (await playwrightChromium()) ?? (await debianChromium());
  if (found) return { path: found };
  return {
    missing:
      "No Chromium was found and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to its program.",
  };
}

async function playwrightChromium() {
  const installed = await playwrightPath();
  if (installed) return installed;
  process.stdout.write("No Chromium on this machine; getting Playwright's…\n");
  await run(tool("playwright"), ["install", "chromium"]);
  return playwrightPath();
}

async function playwrightPath() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return existsSync(path) && starts(path) ? path : undefined;
}

/** A downloaded browser may miss system libraries. @param {string} path */
function starts(path) {
  return spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
}

async function debianChromium() {
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) return undefined;
  process.stdout.write("Installing the chromium package…\n");
  await run("apt-get", ["update", "-q"]);
  await run("apt-get", ["install", "-qy", "--no-install-recommends", "chromium"]);
  return systemChromium();
}
