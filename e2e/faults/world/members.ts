import { freePort } from "@/e2e/fixtures/app";
import { type ServerProcess, startProcess } from "@/e2e/fixtures/server-process";
import { type DatabaseProxy, startDatabaseProxy } from "@/lib/db/testing/database-proxy";
import { livenessLock } from "@/lib/realtime/notifier";
import type { Cluster } from "./cluster";

/** One server process with its own way to the database. */
export interface Member {
  name: string;
  process: ServerProcess;
  proxy: DatabaseProxy;
  /** Of a web process. */
  url: string;
  /** The number under which it claims runs. */
  claims(): Promise<number>;
  /** @throws Error with its last words, when it has ended by itself */
  signal(name: "SIGSTOP" | "SIGCONT" | 0): void;
  end(how: "SIGTERM" | "SIGKILL"): Promise<void>;
}

export interface MemberOptions {
  role: "web" | "worker";
  name: string;
  env?: Record<string, string>;
  /** Folder of another release. */
  cwd?: string | null;
}

export async function startMember(cluster: Cluster, options: MemberOptions): Promise<Member> {
  const { role, name, env = {}, cwd = null } = options;
  const proxy = await startDatabaseProxy(`${cluster.url}&application_name=${name}`);
  const port = await freePort();
  const environment = {
    ROLE: role,
    PORT: String(port),
    DATABASE_URL: proxy.url,
    DATABASE_POOL_SIZE: "12",
    DATA_DIR: cluster.dataDir,
    ...cluster.secrets,
    ALLOW_PRIVATE_NETWORK: "127.0.0.0/8",
    LOG_LEVEL: "warn",
    ...env,
  };
  const server = await startProcess(environment, cwd ?? process.cwd());
  return {
    name,
    process: server,
    proxy,
    url: `http://localhost:${port}`,
    async claims() {
      const { rows } = await cluster.pool.query(
        `select l.objid from pg_locks l join pg_stat_activity a on a.pid = l.pid
         where l.locktype = 'advisory' and l.classid = $1 and a.application_name = $2`,
        [livenessLock, name],
      );
      return Number(rows[0]?.objid ?? 0);
    },
    signal(signal) {
      try {
        process.kill(server.pid, signal);
      } catch (error) {
        throw new Error(`${name} is gone. It said:\n${server.said()}`, { cause: error });
      }
    },
    async end(how) {
      await server.end(how);
      await proxy.close();
    },
  };
}
