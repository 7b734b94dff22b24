import { readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Places } from "./places";

/**
 * One process is to stop Postgres: the one that started it or, when that was killed, the next that finds it
 * running.
 * @param started whether this process has just started it
 */
export function claimOwnership(places: Places, started: boolean): boolean {
  if (!started && isAlive(readOwner(places))) return false;
  writeFileSync(places.owner, String(process.pid));
  return true;
}

export function giveUpOwnership(places: Places): void {
  if (readOwner(places) === process.pid) rmSync(places.owner, { force: true });
}

function readOwner(places: Places): number | undefined {
  try {
    return Number(readFileSync(places.owner, "utf8"));
  } catch {
    return undefined;
  }
}

function isAlive(pid: number | undefined): boolean {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
