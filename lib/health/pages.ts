import type pg from "pg";
import type { CodeSandboxPool } from "@/lib/sandbox/code-sandbox";
import { breakersOf, openBreakers } from "./breakers";
import { type Finding, messageOf, runChecks } from "./checks";
import { HealthPage, type Look } from "./health-page";
import type { Installation } from "./installation/installation";
import { judge } from "./installation/judge";
import { stateOf } from "./installation/process-state";
import type { MemoryWatch } from "./memory";
import { withPatience } from "./patience";
import { readinessChecks } from "./readiness";
import { checkSandbox } from "./tools";

export interface PageSources {
  pool: pg.Pool;
  installation: () => Promise<Installation>;
  memory: MemoryWatch;
  /** null: this process runs no code of nodes. */
  sandbox: CodeSandboxPool | null;
}

/** Everything that can be asked about health, in every kind of process alike; by path. */
export function healthPages({ pool, installation, memory, sandbox }: PageSources) {
  const from = (look: (seen: Installation) => Look) => () => readOrSay(installation, look);
  return {
    "/health": new HealthPage(async () => ({ findings: [{ check: "process", found: "ok" }] }), 0),
    "/ready": new HealthPage(async () => ({ findings: await runChecks(readinessChecks(pool)) }), 1_000),
    "/health/runtime": new HealthPage(from(runtime), 1_000),
    "/health/memory": new HealthPage(async () => memory.look(), 1_000),
    "/health/models": new HealthPage(from(models), 1_000),
    "/health/tools": new HealthPage(async () => {
      const own = sandbox ? [await checkSandbox(sandbox)] : [];
      const { findings, facts } = await readOrSay(installation, hosts);
      return { findings: [...own, ...findings], facts };
    }, 5_000),
  };
}

const patienceMs = 2_000;

async function readOrSay(
  read: () => Promise<Installation>,
  look: (seen: Installation) => Look,
): Promise<Look> {
  try {
    return look(await withPatience(read(), patienceMs));
  } catch (error) {
    const finding: Finding = {
      check: "database",
      found: messageOf(error),
      action: "Look at the database server, and at DATABASE_URL.",
    };
    return { findings: [finding] };
  }
}

function runtime(seen: Installation): Look {
  const processes = seen.processes.map(({ report, ...process }) => ({
    ...process,
    ...stateOf({ report, ...process }),
    work: report?.work ?? null,
  }));
  return { findings: judge(seen), facts: { queue: seen.queue, processes } };
}

/** Nothing is called to find out: what runs have met lately is told, and breakers say what is left alone. */
function models({ processes }: Installation): Look {
  const breakers = breakersOf(processes, "provider");
  const calls = processes.flatMap(({ host, pid, report }) =>
    (report?.models ?? []).map((model) => ({ process: `${host}:${pid}`, ...model })),
  );
  return { findings: openBreakers("providers", breakers), facts: { breakers, calls } };
}

function hosts({ processes }: Installation): Look {
  const breakers = breakersOf(processes, "host", "tool");
  const sandboxes = processes.flatMap(({ host, pid, report }) =>
    report?.work ? [{ process: `${host}:${pid}`, ...report.sandbox }] : [],
  );
  return { findings: openBreakers("hosts", breakers), facts: { breakers, sandboxes } };
}
