import { startApp } from "@/e2e/fixtures/app";
import { firstAdmin } from "@/e2e/fixtures/session";
import { modelsApi } from "@/lib/api/contract";
import { fixed, goal, printTable } from "../lib/table";
import { startBare } from "./bare-streams";
import { DatabaseLoad, type LoadFigures } from "./database-load";
import type { GapFigures } from "./gaps";
import { type Memory, memoryOf } from "./memory";
import { createChatAgent, streamRuns } from "./streams";

const widths = [50, 100, 200, 500];
/** Gaps between deliveries at the client, p95 in ms, and the first token's median, for so many runs at once. */
const gapGoals: Partial<Record<number, number>> = { 100: 45, 200: 100 };
const firstTokenGoals: Partial<Record<number, number>> = { 100: 300 };
const widthOfMemory = 100;

/** The built server from outside, with many watchers, what that costs the database, and what is kept in memory. */
export async function measureServer(baseUrl: string): Promise<void> {
  const app = await startApp({ WORKER_CONCURRENCY: String(Math.max(...widths)) });
  const database = await DatabaseLoad.of(app.dataDir);
  try {
    const session = await firstAdmin(app.url);
    const idle = await memoryOf(app.pid(), app.dataDir);
    const connection = await session.call(modelsApi.createConnection, {
      body: {
        provider: "openai-compatible",
        name: "Stand-in",
        baseUrl,
        key: "none",
        models: ["words-250-tps-50", "words-20"],
        allowPrivate: true,
      },
    });
    const warm = await createChatAgent(session, `${connection.id}/words-20`);
    await streamRuns(app.url, session, warm, 10, () => {});
    const agent = await createChatAgent(session, `${connection.id}/words-250-tps-50`);
    const rows: string[][] = [];
    const bare = await startBare(app.dataDir, baseUrl, "words-250-tps-50");
    await bare.stream(10);
    let perRun = Number.NaN;
    for (const width of widths) {
      const before = await memoryOf(app.pid(), app.dataDir);
      let during: Promise<Memory> = Promise.resolve(before);
      const load = await database.begin();
      const figures = await streamRuns(app.url, session, agent, width, () => {
        during = memoryOf(app.pid(), app.dataDir);
      });
      const loaded = await load.end();
      rows.push(rowOf(width, figures, width in gapGoals ? await bare.stream(width) : undefined, loaded));
      if (width === widthOfMemory) perRun = ((await during).server - before.server) / width;
    }
    await bare.close();
    report(rows, idle, perRun);
  } finally {
    await database.close();
    await app.dispose();
  }
}

/** `bare` only where a goal compares with it: its pool of connections gives up long before ours. */
function rowOf(width: number, ours: GapFigures, bare: GapFigures | undefined, load: LoadFigures): string[] {
  const [gapGoal, firstGoal] = [gapGoals[width], firstTokenGoals[width]];
  return [
    String(width),
    `${fixed(ours.gapMedian)} ms`,
    `${fixed(ours.gapP95)} ms`,
    bare ? `${fixed(bare.gapP95)} ms` : "",
    gapGoal === undefined ? "" : goal(ours.gapP95 < gapGoal, `< ${gapGoal}`),
    `${fixed(ours.firstTokenMedian, 0)} ms`,
    bare ? `${fixed(bare.firstTokenMedian, 0)} ms` : "",
    firstGoal === undefined ? "" : goal(ours.firstTokenMedian < firstGoal, `< ${firstGoal}`),
    fixed(load.events, 0),
    fixed(load.transactions, 0),
  ];
}

function report(rows: string[][], idle: Memory, perRun: number): void {
  printTable(
    "Runs streaming at 50 tokens a second, all started at once, each watched by a socket client",
    [
      "runs",
      "gap, median",
      "gap, p95",
      "bare LangGraph",
      "goal",
      "first token, median",
      "bare LangGraph",
      "goal",
      "events written a second",
      "transactions a second",
    ],
    rows,
  );
  const total = idle.server + idle.postgres;
  printTable(
    "Memory of the server",
    ["figure", "value", "goal"],
    [
      ["idle, server process (resident)", `${fixed(idle.server, 0)} MB`, ""],
      ["idle, embedded Postgres (proportional)", `${fixed(idle.postgres, 0)} MB`, ""],
      ["idle, together", `${fixed(total, 0)} MB`, goal(total <= 300, "≤ 300 MB")],
      [
        `per run and watcher, ${widthOfMemory} streaming`,
        `${fixed(perRun, 2)} MB`,
        goal(perRun < 3, "< 3 MB"),
      ],
    ],
  );
}
