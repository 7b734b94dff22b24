import { askingGraph } from "../engine/graphs";
import { openWorld, type World } from "../engine/world";
import { median, percentile } from "../lib/stats";
import { fixed, goal, printTable } from "../lib/table";

const calls = 10;
const rounds = 60;
const mostShare = 0.05;
const replayedNodes = 50;
const replays = 20;
const mostReplayMs = 1_000;
const input = { question: "Tell me all of it" };

type Agent = { id: string; workspaceId: string };

/** What it costs to keep what a run gets from outside, and how long a run takes that is given it back. */
export async function measureRecording(baseUrl: string): Promise<void> {
  const world = await openWorld(4, baseUrl);
  try {
    await reportCost(world);
    await reportReplay(world);
  } finally {
    await world.close();
  }
}

/** Runs with and without take turns, so that both meet the same machine. */
async function reportCost(world: World): Promise<void> {
  const model = `${world.connectionId}/words-100`;
  const on = await world.publish(askingGraph(model, calls));
  const off = await world.publish(askingGraph(model, calls, "off"));
  for (let warm = 0; warm < 5; warm += 1) {
    await timed(world, on);
    await timed(world, off);
  }
  const times = { on: [] as number[], off: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const [first, second] = round % 2 === 0 ? (["on", "off"] as const) : (["off", "on"] as const);
    for (const which of [first, second]) {
      times[which].push((await timed(world, which === "on" ? on : off)).ms);
    }
  }
  const share = median(times.on) / median(times.off) - 1;
  printTable(
    `A run with ${calls} model calls, recorded or not`,
    ["recording", "median, ms", "p95, ms", "cost", "goal"],
    [
      ["off", fixed(median(times.off)), fixed(percentile(times.off, 0.95)), "", ""],
      [
        "on",
        fixed(median(times.on)),
        fixed(percentile(times.on, 0.95)),
        `${fixed(share * 100)} %`,
        goal(share < mostShare, "< 5 %"),
      ],
    ],
  );
}

async function reportReplay(world: World): Promise<void> {
  const agent = await world.publish(askingGraph(`${world.connectionId}/words-100`, replayedNodes));
  const { runId, ms } = await timed(world, agent);
  const times: number[] = [];
  for (let round = 0; round < replays; round += 1) {
    const began = performance.now();
    const { id } = await world.service.replay(world.actor, { runId, otherwise: "stop" });
    const { status } = await world.service.wait(world.actor, id);
    times.push(performance.now() - began);
    if (status !== "success") throw new Error(`The replay ended as “${status}”.`);
  }
  const slowest = Math.max(...times);
  printTable(
    `A run of ${replayedNodes} nodes, each asking a model, from its request to its end`,
    ["run", "ms", "goal"],
    [
      ["live", fixed(ms), ""],
      ["replayed, median", fixed(median(times)), goal(median(times) < mostReplayMs, "< 1,000 ms")],
      ["replayed, slowest", fixed(slowest), goal(slowest < mostReplayMs, "< 1,000 ms")],
    ],
  );
}

async function timed({ service, actor }: World, agent: Agent): Promise<{ runId: string; ms: number }> {
  const began = performance.now();
  const { runId } = await service.create(actor, { agent, graph: { version: 1 }, source: "api", input });
  const { status } = await service.wait(actor, runId);
  if (status !== "success") throw new Error(`The run ended as “${status}”.`);
  return { runId, ms: performance.now() - began };
}
