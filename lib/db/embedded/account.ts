import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, statSync } from "node:fs";
import { StartError } from "@/lib/errors/start-error";

/** The user of the operating system that Postgres runs as; absent = the one we run as. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * Postgres refuses to run as root, so root lends it an unprivileged account: the one that owns the data
 * already, else one that every system has.
 * @param owned a folder of an earlier start, if there is one
 */
export function postgresAccount(owned: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(owned, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of ["postgres", "_postgres", "nobody", "daemon"]) {
    const account = lookUp(name);
    if (account) return account;
  }
  throw new StartError(
    "Postgres does not run as root and no unprivileged user was found. Start as another user, or set DATABASE_URL.",
  );
}

function lookUp(name: string): Account | undefined {
  try {
    const number = (flag: string) =>
      Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: number("-u"), gid: number("-g") };
  } catch {
    return undefined;
  }
}

/** Whether the account can enter a folder: one closed folder above it, such as root's home, is enough to fail. */
export function canReach(account: Account | undefined, folder: string): boolean {
  const test = spawnSync("/bin/sh", ["-c", 'test -r "$0" && test -x "$0"', folder], { ...account, cwd: "/" });
  return test.status === 0;
}

export function give(account: Account | undefined, path: string): void {
  if (account) chownSync(path, account.uid, account.gid);
}
