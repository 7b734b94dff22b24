import { chatGraph, countingGraph } from "../engine/graphs";
import type { World } from "../engine/world";
import { median } from "../lib/stats";
import { fixed, goal } from "../lib/table";

/** Runs of a row in each mode. In as many short turns as can be: what else a machine does changes slowly. */
const runs = 600;
const mostPercent = 5;

export type Mode = "off" | "on";

/** What is measured on and off, in turns. */
export interface Switch {
  turn: (mode: Mode) => Promise<void> | void;
  /** After each round, outside what is timed. */
  settle?: () => Promise<void>;
}

export const columns = ["run of", "off, a round", "on, a round", "more", "goal"];

/** A row for runs that only compute, and one for runs that stream. */
export async function rowsInTurns(world: World, atOnce: number, switched: Switch): Promise<string[][]> {
  const chat = chatGraph(`${world.connectionId}/words-100`);
  return [
    await row(world, "10 nodes", countingGraph(), { count: 0 }, atOnce, switched),
    await row(
      world,
      "a model call of 100 words",
      chat,
      { messages: [{ role: "user", content: "Tell me." }] },
      atOnce,
      switched,
    ),
  ];
}

async function row(
  world: World,
  name: string,
  document: Parameters<World["publish"]>[0],
  input: Parameters<World["service"]["create"]>[1]["input"],
  atOnce: number,
  { turn, settle }: Switch,
): Promise<string[]> {
  const agent = await world.publish(document);
  const { actor, service } = world;
  const one = async () => {
    const { runId } = await service.create(actor, { agent, graph: { version: 1 }, source: "api", input });
    await service.wait(actor, runId);
  };
  const round = async () => {
    const began = performance.now();
    await Promise.all(Array.from({ length: atOnce }, one));
    return performance.now() - began;
  };
  for (let warm = 0; warm < 40; warm += atOnce) await round();
  const times: Record<Mode, number[]> = { off: [], on: [] };
  for (let at = 0; at < runs / atOnce; at += 1) {
    // Each goes first as often as the other.
    for (const mode of at % 2 === 0 ? (["off", "on"] as const) : (["on", "off"] as const)) {
      await turn(mode);
      times[mode].push(await round());
      await settle?.();
    }
  }
  const [off, on] = [median(times.off), median(times.on)];
  // Of each pair, as what else the machine does weighs on both of it alike.
  const percent = (median(times.on.map((ms, pair) => ms / (times.off[pair] ?? Number.NaN))) - 1) * 100;
  return [
    name,
    `${fixed(off)} ms`,
    `${fixed(on)} ms`,
    `${fixed(percent)} %`,
    goal(percent < mostPercent, `< ${mostPercent} %`),
  ];
}
