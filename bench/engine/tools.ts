import { setTimeout as sleep } from "node:timers/promises";
import type { RunEvent } from "@/workflows/events/event";
import { median, percentile } from "../lib/stats";
import { fixed, goal, printTable } from "../lib/table";
import { toolQuestion } from "./bare";
import { toolGraph } from "./graphs";
import { openWorld, type World } from "./world";

const perMinute = 1_000;
const seconds = 20;
const limitMs = 20;

/**
 * Tool calls at a steady pace, whatever becomes of those before. What a call adds lies between the end of the model's
 * answer that asks for it and the start of the next: the calculator itself takes no time.
 */
export async function measureTools(baseUrl: string): Promise<void> {
  const world = await openWorld(50, baseUrl);
  try {
    const agent = await world.publish(toolGraph(`${world.connectionId}/words-1`));
    await addedBy(world, agent);
    const began = performance.now();
    const calls: Promise<number>[] = [];
    for (let index = 0; index < (perMinute / 60) * seconds; index++) {
      await sleep(Math.max(0, began + (index * 60_000) / perMinute - performance.now()));
      calls.push(addedBy(world, agent));
    }
    const added = await Promise.all(calls);
    const minutes = (performance.now() - began) / 60_000;
    const p95 = percentile(added, 0.95);
    printTable(
      `Tool calls, ${perMinute} a minute for ${seconds} seconds`,
      ["calls a minute, done", "added, median", "added, p95", "goal"],
      [
        [
          fixed(added.length / minutes, 0),
          `${fixed(median(added))} ms`,
          `${fixed(p95)} ms`,
          goal(p95 < limitMs, `p95 < ${limitMs} ms`),
        ],
      ],
    );
  } finally {
    await world.close();
  }
}

async function addedBy(
  { actor, service }: World,
  agent: { id: string; workspaceId: string },
): Promise<number> {
  const input = { messages: [{ role: "user", content: toolQuestion }] };
  const { runId } = await service.create(actor, { agent, graph: { version: 1 }, source: "api", input });
  await service.wait(actor, runId);
  const events = await service.events(actor, runId, 0, 1_000);
  const [first, second] = [of(events, "model.finished")[0], of(events, "model.started")[1]];
  if (!first || !second || of(events, "tool.finished").length !== 1) throw new Error("no tool was called");
  return second.ts - first.ts;
}

const of = (events: readonly RunEvent[], type: RunEvent["type"]) =>
  events.filter((event) => event.type === type);
