import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { StartError } from "@/lib/errors/start-error";
import { type Account, give } from "./account";
import type { Places } from "./places";

/** The superuser of the embedded cluster; only who may enter the socket's folder can be it. */
export const superuser = "signalbox";
const majorVersion = "18";
const execute = promisify(execFile);

/** Creates the cluster aside and moves it into place whole: a killed initdb leaves nothing half made. */
export async function initialise(places: Places, account: Account | undefined): Promise<void> {
  if (existsSync(join(places.data, "PG_VERSION"))) {
    requireVersion(places.data);
    return;
  }
  const draft = `${places.data}.${randomUUID()}`;
  const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  await pg(places, account, "initdb", [
    "-D",
    draft,
    "-U",
    superuser,
    "--auth=trust",
    "--no-instructions",
    ...locale,
  ]);
  writeFileSync(join(draft, "postgresql.conf"), "\ninclude_if_exists = 'signalbox.conf'\n", { flag: "a" });
  try {
    renameSync(draft, places.data);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(join(places.data, "PG_VERSION"))) throw error;
  }
}

function requireVersion(data: string): void {
  const found = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (found === majorVersion) return;
  throw new StartError(
    `The data in ${data} was written by Postgres ${found}; this is Postgres ${majorVersion}. ` +
      "Dump it with the older Signalbox and load it here, or point DATA_DIR elsewhere.",
  );
}

/**
 * Starts the postmaster in a session of its own (pg_ctl does), so that Ctrl-C reaches us and not the database.
 * @throws when one is running already or an old one is still going away
 */
export async function startPostmaster(places: Places, account: Account | undefined): Promise<void> {
  const file = join(places.data, "signalbox.conf");
  writeFileSync(file, configuration(places));
  give(account, file);
  forgetDeadPostmaster(places.data);
  await pg(places, account, "pg_ctl", ["start", "-w", "-t", "60", "-D", places.data, "-l", places.log]);
}

export async function stopPostmaster(places: Places, account: Account | undefined): Promise<void> {
  await pg(places, account, "pg_ctl", ["stop", "-w", "-t", "30", "-m", "fast", "-D", places.data]);
}

/** Small because it shares a laptop; no network, because only this machine's Signalbox asks. */
function configuration(places: Places): string {
  const settings = {
    listen_addresses: "",
    port: "5432",
    unix_socket_directories: places.socket,
    unix_socket_permissions: "0700",
    max_connections: "200",
    shared_buffers: "64MB",
    max_wal_size: "512MB",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
  };
  const quote = (value: string) => `'${value.replaceAll("'", "''")}'`;
  return Object.entries(settings)
    .map(([name, value]) => `${name} = ${quote(value)}\n`)
    .join("");
}

/** After a restart of the machine or container the recorded process id may be somebody else's. */
function forgetDeadPostmaster(data: string): void {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  const command = `/proc/${pid}/cmdline`;
  if (existsSync(command) && !readFileSync(command, "utf8").includes("postgres"))
    rmSync(file, { force: true });
}

async function pg(
  places: Places,
  account: Account | undefined,
  program: string,
  args: string[],
): Promise<void> {
  // Little of our environment: PGPORT and its like would reach into the server.
  const { PATH, NODE_ENV } = process.env;
  const env = { PATH, NODE_ENV, LC_ALL: "C", TZ: "UTC" };
  try {
    await execute(join(places.native, "bin", program), args, { ...account, cwd: "/", env });
  } catch (error) {
    throw new Error(`${program} failed: ${output(error)}`, { cause: error });
  }
}

function output(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const printed = "stderr" in error && typeof error.stderr === "string" ? error.stderr.trim() : "";
  return printed || error.message;
}
