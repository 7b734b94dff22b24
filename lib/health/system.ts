import { breakersOf, type SeenBreaker } from "./breakers";
import type { HealthPage, Problem } from "./health-page";
import type { Installation, SeenProcess } from "./installation/installation";
import { stateOf, worksOnRuns } from "./installation/process-state";

/** What the app shows of the installation. */
export interface System {
  overview(): Promise<{
    problems: Problem[];
    queue: Installation["queue"];
    processes: ReturnType<typeof shown>[];
    breakers: (Pick<SeenBreaker, "process" | "kind" | "name" | "state" | "failures"> & {
      since: string;
      lastError: string | null;
    })[];
  }>;
  /** Whether anybody works on runs. */
  hasWorkers(): Promise<boolean>;
}

export function createSystem(
  installation: () => Promise<Installation>,
  runtime: Pick<HealthPage, "read">,
): System {
  return {
    async overview() {
      const [{ processes, queue }, { problems }] = await Promise.all([installation(), runtime.read()]);
      const breakers = breakersOf(processes, "provider", "host", "tool").map(
        ({ process, kind, name, state, failures, since, lastError = null }) => {
          return { process, kind, name, state, failures, since: new Date(since).toISOString(), lastError };
        },
      );
      return { problems, queue, processes: processes.map(shown), breakers };
    },
    async hasWorkers() {
      const { processes } = await installation();
      return processes.some((process) => worksOnRuns(process) && stateOf(process).state === "well");
    },
  };
}

function shown(process: SeenProcess) {
  const { id, role, host, pid, version, upMs, seenMsAgo, report } = process;
  const { state, why = null } = stateOf(process);
  const pool = report && {
    size: report.pool.size,
    inUse: report.pool.total - report.pool.idle,
    waiting: report.pool.waiting,
  };
  return {
    id,
    role,
    host,
    pid,
    version,
    upMs,
    seenMsAgo,
    state,
    why,
    pool,
    work: report?.work ?? null,
    loopMs: report?.loop.p99Ms ?? null,
    memory: report?.memory ?? null,
  };
}
