import { randomBytes } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { postgresAccount } from "@/lib/db/embedded/account";
import { postgresBinaries } from "@/lib/db/embedded/binaries";
import { startPostmaster, stopPostmaster } from "@/lib/db/embedded/control";
import { startEmbeddedPostgres } from "@/lib/db/embedded/embedded-postgres";
import { homeFolder, preparePlaces } from "@/lib/db/embedded/places";
import { temporaryDataDir } from "@/lib/db/testing/temporary-data-dir";

/** A Postgres of our own that may be stopped and killed. */
export interface Cluster {
  /** Over its Unix socket. */
  url: string;
  dataDir: string;
  /** Environment that all processes of an installation share. */
  secrets: Record<string, string>;
  /** Asks past every proxy. */
  pool: pg.Pool;
  /** In good order, or as if the machine had lost its power. */
  stop(how: "fast" | "crash"): Promise<void>;
  start(): Promise<void>;
  dispose(): Promise<void>;
}

export async function startCluster(dataDir = temporaryDataDir()): Promise<Cluster> {
  const { url } = await startEmbeddedPostgres(dataDir);
  const account = postgresAccount(join(dataDir, "postgres"));
  const places = preparePlaces(dataDir, postgresBinaries(), account);
  const pool = new pg.Pool({ connectionString: url, max: 4, application_name: "faults" });
  // It loses its connections with every restart.
  pool.on("error", () => {});
  const crash = async () => {
    const file = await readFile(join(places.data, "postmaster.pid"), "utf8");
    const pid = Number(file.split("\n")[0]);
    process.kill(pid, "SIGQUIT");
    while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  return {
    url,
    dataDir,
    secrets: { NEXTAUTH_SECRET: secret(), ENCRYPTION_KEY: secret() },
    pool,
    stop: (how) => (how === "fast" ? stopPostmaster(places, account) : crash()),
    start: () => startPostmaster(places, account),
    async dispose() {
      await pool.end();
      await stopPostmaster(places, account);
      await rm(homeFolder(dataDir, account), { recursive: true, force: true });
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const secret = () => randomBytes(32).toString("base64");

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
