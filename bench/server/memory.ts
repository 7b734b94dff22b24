import { readdir, readFile } from "node:fs/promises";

export interface Memory {
  /** Resident set of the server process, MB. */
  server: number;
  /** Proportional set of its Postgres processes (shared pages counted once), MB; 0 where the system does not tell. */
  postgres: number;
}

/** Memory of the server and of the database it started. Linux only: read from /proc. */
export async function memoryOf(serverPid: number, dataDir: string): Promise<Memory> {
  const [server, postgres] = await Promise.all([residentMb(serverPid), postgresMb(dataDir)]);
  return { server, postgres };
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

async function postgresMb(dataDir: string): Promise<number> {
  const master = await postmasterPid(dataDir);
  if (master === null) return 0;
  const family = await childrenOf(master);
  const shares = await Promise.all([master, ...family].map(proportionalMb));
  return shares.reduce((sum, share) => sum + share, 0);
}

/** First line of the file Postgres keeps in its data directory, wherever that is below `dataDir`. */
async function postmasterPid(dataDir: string): Promise<number | null> {
  const files = await readdir(dataDir, { recursive: true });
  const found = files.find((file) => file.endsWith("postmaster.pid"));
  if (!found) return null;
  return Number((await readFile(`${dataDir}/${found}`, "utf8")).split("\n")[0]);
}

async function childrenOf(parent: number): Promise<number[]> {
  const children: number[] = [];
  for (const entry of await readdir("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await readFile(`/proc/${entry}/stat`, "utf8").catch(() => "");
    if (Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === parent) children.push(Number(entry));
  }
  return children;
}

async function proportionalMb(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024;
}
