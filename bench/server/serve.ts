import { startApp } from "@/e2e/fixtures/app";
import { firstAdmin } from "@/e2e/fixtures/session";
import { modelsApi } from "@/lib/api/contract";
import { fixed, goal, printTable } from "../lib/table";
import { type Memory, memoryOf } from "./memory";
import { createChatAgent, streamRuns } from "./streams";

const streams = 100;

/** Parts (b) and (c): the built server from outside, with many watchers, and what it keeps in memory. */
export async function measureServer(baseUrl: string): Promise<void> {
  const app = await startApp({ WORKER_CONCURRENCY: String(streams) });
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
    const before = await memoryOf(app.pid(), app.dataDir);
    let during: Promise<Memory> = Promise.resolve(before);
    const figures = await streamRuns(app.url, session, agent, streams, () => {
      during = memoryOf(app.pid(), app.dataDir);
    });
    report(figures, idle, before, await during);
  } finally {
    await app.dispose();
  }
}

function report(
  figures: Awaited<ReturnType<typeof streamRuns>>,
  idle: Memory,
  before: Memory,
  during: Memory,
): void {
  printTable(
    `${streams} runs streaming at 50 tokens a second, each watched by a socket client`,
    ["figure", "value", "goal"],
    [
      ["gap between deliveries, median", `${fixed(figures.gapMedian)} ms`, ""],
      ["gap between deliveries, p95", `${fixed(figures.gapP95)} ms`, goal(figures.gapP95 < 60, "< 60 ms")],
      ["request to first token, median", `${fixed(figures.firstTokenMedian, 0)} ms`, ""],
      ["deliveries", String(figures.deliveries), ""],
    ],
  );
  const total = idle.server + idle.postgres;
  printTable(
    "Memory",
    ["figure", "value", "goal"],
    [
      ["idle, server process (resident)", `${fixed(idle.server, 0)} MB`, ""],
      ["idle, embedded Postgres (proportional)", `${fixed(idle.postgres, 0)} MB`, ""],
      ["idle, together", `${fixed(total, 0)} MB`, goal(total <= 300, "≤ 300 MB")],
      ["per streaming run and watcher", `${fixed((during.server - before.server) / streams, 2)} MB`, ""],
    ],
  );
}
