import { readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Places } from "./places";

type OwnerFile = Pick<Places, "owner">;

/**
 * One process is to stop Postgres: the one that started it or, when that was killed, the next that finds it
 * running.
 * @param started whether this process has just started it
 */
export function claimOwnership(places: OwnerFile, started: boolean): boolean {
  if (!started && isAlive(readOwner(places))) return false;
  writeFileSync(places.owner, String(process.pid));
  return true;
}

/**
 * Of two starts at once both can have claimed it, the one that found the other's server running first: the later
 * claim stands.
 * @returns whether it was this process's to give up
 */
export function giveUpOwnership(places: OwnerFile): boolean {
  if (readOwner(places) !== process.pid) return false;
  rmSync(places.owner, { force: true });
  return true;
}

function readOwner(places: OwnerFile): number | undefined {
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
