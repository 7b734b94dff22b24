import { openDatabase } from "@/lib/db/database";
import { listRuns, type RunPage, type RunSearch } from "@/lib/runs/lists/list-runs";
import { countingGraph } from "../engine/graphs";
import { openWorld } from "../engine/world";
import { median, percentile } from "../lib/stats";
import { fixed, goal, printTable } from "../lib/table";
import { measureConversations } from "./conversations";
import { seededId, seedRuns } from "./seed-runs";

const count = Number(process.env.BENCH_RUNS ?? 1_000_000);
const goalMs = 300;
const times = 5;
const agents = 12;

/** How long the first page of a list takes among very many runs, for every filter: what is common, what is rare, and both. */
export async function measureLists(baseUrl: string): Promise<void> {
  const world = await openWorld(1, baseUrl);
  try {
    const agentIds: string[] = [];
    for (let made = 0; made < agents; made += 1) agentIds.push((await world.publish(countingGraph(1))).id);
    const { workspaceId, actor } = world;
    // A batch, and the vacuum after all of them, may take longer than any statement of the server.
    const patient = openDatabase(world.databaseUrl, { size: 1, answerMs: 0 });
    await seedRuns(patient.pool, { workspaceId, agentIds, userId: actor.userId, count });
    await patient.close();
    const rows: string[][] = [];
    for (const [name, search, page] of cases(agentIds, actor.userId, count)) {
      const took: number[] = [];
      let found = 0;
      for (let time = 0; time < times; time += 1) {
        const began = performance.now();
        const { items } = await listRuns(world.db, actor, search, { limit: 50, ...page });
        took.push(performance.now() - began);
        found = items.length;
      }
      const worst = percentile(took, 1);
      rows.push([
        name,
        String(found),
        `${fixed(median(took))} ms`,
        `${fixed(worst)} ms`,
        goal(worst < goalMs, `< ${goalMs} ms`),
      ]);
    }
    printTable(
      `First page of 50 among ${count.toLocaleString("en-GB")} runs`,
      ["filter", "found", "median", "worst", "goal"],
      rows,
    );
    await measureConversations(world, agentIds, count);
  } finally {
    await world.close();
  }
}

type Case = [name: string, search: RunSearch, page?: Omit<RunPage, "limit">];

function cases(agentIds: readonly string[], person: string, count: number): Case[] {
  const [most] = agentIds;
  const fewest = agentIds.at(-1);
  const since = new Date(Date.now() - 7 * 86_400_000).toISOString();
  const longAgo = new Date(Date.now() - 80 * 86_400_000).toISOString();
  return [
    ["none", {}],
    ["none, oldest first", {}, { order: "oldest" }],
    ["none, longest first", {}, { order: "slowest" }],
    ["none, costliest first", {}, { order: "costliest" }],
    ["agent with half of them", { agentId: most }],
    ["agent with few", { agentId: fewest }],
    ["agent with half, longest first", { agentId: most }, { order: "slowest" }],
    ["agent with few, costliest first", { agentId: fewest }, { order: "costliest" }],
    ["status: done", { status: "success" }],
    ["status: timed out", { status: "timeout" }],
    ["status: waiting", { status: "interrupted" }],
    ["status: running, of which there is none", { status: "running" }],
    ["source: chat", { source: "chat" }],
    ["source: test, of which there is none", { source: "test" }],
    ["version, common", { agentId: most, version: 3 }],
    ["version, rare", { agentId: most, version: 1 }],
    ["person", { person }],
    ["tag, common", { tag: "nightly" }],
    ["tag, rare", { tag: "golden" }],
    ["tag, unknown", { tag: "nowhere" }],
    ["problem, common", { problem: "tool_failed" }],
    ["problem, rare", { problem: "sql_failed" }],
    ["ten minutes or longer", { minMs: 600_000 }],
    ["under a second", { maxMs: 1_000 }],
    ["two dollars or more", { minMicros: 2_000_000 }],
    ["last week", { since }],
    ["more than 80 days ago", { before: longAgo }],
    ["text, common", { text: "refund" }],
    ["text, rare", { text: "platypus" }],
    ["text, unknown", { text: "xylophone" }],
    ["text of two letters", { text: "qq" }],
    ["text, common, longest first", { text: "refund" }, { order: "slowest" }],
    ["text, rare, costliest first", { text: "platypus" }, { order: "costliest" }],
    ["id", { text: seededId(Math.ceil(count / 2)) }],
    ["thumbs up, common", { thumb: "up" }],
    ["thumbs down", { thumb: "down" }],
    ["thumbs down in one agent", { thumb: "down", agentId: fewest }],
    ["thumbs down, longest first", { thumb: "down" }, { order: "slowest" }],
    ["thumbs down and failed", { thumb: "down", status: "error" }],
    ["score, common", { score: "accuracy" }],
    ["score, common, up to a tenth", { score: "accuracy", maxScore: 0.1 }],
    ["score, common, costliest first", { score: "accuracy", minScore: 0.5 }, { order: "costliest" }],
    ["score, rare", { score: "tone", minScore: 0.5 }],
    ["score, unknown", { score: "nothing" }],
    ["with a comment, rare", { commented: "yes" }],
    ["without a comment", { commented: "no" }],
    [
      "thumbs down with a comment, costliest first",
      { thumb: "down", commented: "yes" },
      { order: "costliest" },
    ],
    ["few and timed out", { agentId: fewest, status: "timeout" }],
    [
      "half, failed, rare problem, long ago",
      { agentId: most, status: "error", problem: "sql_failed", before: longAgo },
    ],
    ["rare tag, long, chat", { tag: "golden", minMs: 5_000, source: "chat" }],
    ["rare text in one agent", { text: "platypus", agentId: fewest }],
    ["costly and failed last week", { minMicros: 2_000_000, status: "error", since }],
  ];
}
