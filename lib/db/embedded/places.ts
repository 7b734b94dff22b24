import { createHash } from "node:crypto";
import { cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { StartError } from "@/lib/errors/start-error";
import { type Account, canReach, give } from "./account";

/** Where everything of one embedded Postgres lies. */
export interface Places {
  /** bin/, lib/, share/ */
  native: string;
  /** The cluster (PGDATA). */
  data: string;
  /** Folder of the Unix socket; nobody else may enter it. */
  socket: string;
  log: string;
  /** Process id of the Signalbox that is to stop Postgres. */
  owner: string;
}

/** For root alone: where an unprivileged Postgres can reach what lies in a closed folder. */
const shared = "/var/lib/signalbox";
/** The kernel's limit for a socket path is 104 bytes on macOS, 108 on Linux; `/.s.PGSQL.5432` needs 15. */
const longestSocketFolder = 88;

/** Makes the folders, owned by the account that Postgres runs as. */
export function preparePlaces(dataDir: string, native: string, account: Account | undefined): Places {
  mkdirSync(dataDir, { recursive: true });
  const home = homeFolder(dataDir, account);
  makePrivate(home, account);
  return {
    native: canReach(account, join(native, "bin")) ? native : copyOfBinaries(native, account),
    data: join(home, "data"),
    socket: socketFolder(home, account),
    log: join(home, "server.log"),
    owner: join(home, "owner"),
  };
}

/** Where the cluster of a data folder lives: inside it, unless Postgres could not get in there. */
export function homeFolder(dataDir: string, account: Account | undefined): string {
  const inside = join(dataDir, "postgres");
  if (existsSync(inside) || canReach(account, dataDir)) return inside;
  return join(shared, shortHash(dataDir));
}

function socketFolder(home: string, account: Account | undefined): string {
  const inside = join(home, "run");
  const folder =
    inside.length <= longestSocketFolder ? inside : join(tmpdir(), `signalbox-${shortHash(home)}`);
  makePrivate(folder, account);
  return folder;
}

function makePrivate(folder: string, account: Account | undefined): void {
  mkdirSync(dirname(folder), { recursive: true });
  try {
    mkdirSync(folder, { mode: 0o700 });
    give(account, folder);
  } catch (error) {
    refuseForeign(folder, account, error);
  }
}

/** In a shared folder somebody else may have made it first, to listen in. */
function refuseForeign(folder: string, account: Account | undefined, cause: unknown): void {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  const uid = account?.uid ?? process.getuid?.();
  if (found?.isDirectory() && (found.uid === uid || found.uid === process.getuid?.())) {
    if (found.uid !== uid) give(account, folder);
    return;
  }
  throw new StartError(`${folder} cannot be used for the database: it belongs to somebody else.`, { cause });
}

function copyOfBinaries(native: string, account: Account | undefined): string {
  const version = basename(dirname(native));
  const copy = join(shared, `${version}-${shortHash(native)}`);
  if (existsSync(copy)) return copy;
  mkdirSync(shared, { recursive: true });
  const draft = `${copy}.${process.pid}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  give(account, draft);
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

const shortHash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);
