import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { StartError } from "@/lib/errors/start-error";
import { type Account, postgresAccount } from "./account";
import { postgresBinaries } from "./binaries";
import { initialise, startPostmaster, stopPostmaster, superuser } from "./control";
import { claimOwnership, giveUpOwnership } from "./ownership";
import { homeFolder, type Places, preparePlaces } from "./places";

export interface EmbeddedPostgres {
  /** Connection string over the Unix socket. */
  url: string;
  /** Folder with the cluster and its log. */
  folder: string;
  /** Stops Postgres if this process answers for it and nobody else is connected. Close our pool first. */
  release(): Promise<void>;
}

const database = "signalbox";
/** A killed postmaster's children need some seconds to notice and to let its shared memory go. */
const patienceMs = 20_000;

/** Starts the Postgres of a data folder, or joins the one that runs there already. */
export async function startEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const native = postgresBinaries();
  const account = postgresAccount(join(dataDir, "postgres"));
  const places = preparePlaces(dataDir, native, account);
  await initialise(places, account);
  const started = await ensureRunning(places, account);
  const owned = claimOwnership(places, started);
  await ensureDatabase(places);
  return {
    url: socketUrl(places, database),
    folder: homeFolder(dataDir, account),
    release: async () => {
      if (!owned || !giveUpOwnership(places)) return;
      if ((await otherClients(places)) === 0) await stopPostmaster(places, account);
    },
  };
}

/** @returns whether this call started it */
async function ensureRunning(places: Places, account: Account | undefined): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    if (await answers(places)) return false;
    try {
      await startPostmaster(places, account);
      return true;
    } catch (error) {
      if (await answers(places)) return false;
      if (Date.now() > deadline) throw explained(error, places);
      await wait(250);
    }
  }
}

function explained(error: unknown, places: Places): StartError {
  const reason = error instanceof Error ? error.message : String(error);
  return new StartError(`The embedded Postgres did not start: ${reason}\nIts log is ${places.log}.`, {
    cause: error,
  });
}

async function answers(places: Places): Promise<boolean> {
  try {
    await ask(places, "select 1");
    return true;
  } catch {
    return false;
  }
}

async function ensureDatabase(places: Places): Promise<void> {
  const found = await ask(places, `select 1 from pg_database where datname = '${database}'`);
  if (found.rowCount) return;
  try {
    await ask(places, `create database ${database}`);
  } catch (error) {
    const again = await ask(places, `select 1 from pg_database where datname = '${database}'`);
    if (!again.rowCount) throw error;
  }
}

async function otherClients(places: Places): Promise<number> {
  const found = await ask(
    places,
    "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  );
  return found.rowCount ?? 0;
}

async function ask(places: Places, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({
    connectionString: socketUrl(places, "postgres"),
    connectionTimeoutMillis: 5000,
  });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

function socketUrl(places: Places, name: string): string {
  return `postgresql://${superuser}@localhost:5432/${name}?host=${encodeURIComponent(places.socket)}`;
}
