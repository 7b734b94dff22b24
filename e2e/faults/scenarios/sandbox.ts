import { median } from "@/bench/lib/stats";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import type { Scenario } from "../scenario";
import { endedInError } from "../world/ended";
import { relay } from "../world/graphs";
import { judge } from "../world/verdict";
import type { World } from "../world/world";

const loop = "while (true) {}";
const bomb = "const kept = []; while (true) kept.push(new Array(100000).fill(kept.length));";

/** Code that people wrote takes all it can get: it is stopped, and what runs beside it hardly notices. */
export const sandbox: Scenario = {
  name: "sandbox",
  title:
    "while(true) and an allocation bomb in a Code node: stopped, and others take less than twice as long",
  onlyLong: true,
  async play({ world: open, size }) {
    const world = await open();
    const beside = await world.agent("Beside bad code", relay(world.recorder.url, { steps: 3, ms: 100 }));
    const count = size === "short" ? 5 : 20;
    await times(world, [await world.start(beside)]);
    const normal = await inTurn(world, beside, count);
    const bad = await Promise.all(
      [loop, bomb].map(async (code) => world.start(await world.agent("Bad code", coded(code)))),
    );
    const under = await inTurn(world, beside, count);
    const problems = [...(await endedInError(world, bad, 60_000)).values()];
    const codes = problems.map((problem) => String(problem?.code)).toSorted((a, b) => a.localeCompare(b));
    if (codes.join() !== "code_memory,code_timeout") throw new Error(`They ended as ${codes.join()}`);
    const ratio = median(under) / median(normal);
    if (!(ratio < 2)) throw new Error(`Others took ${ratio.toFixed(2)} times as long`);
    return {
      ends: codes.join(", "),
      "a run beside it": `${Math.round(median(under))} ms, else ${Math.round(median(normal))} ms`,
      ratio: ratio.toFixed(2),
    };
  },
};

function coded(code: string) {
  return draw({
    channels: { q: text },
    nodes: {
      s: start("q"),
      l1a: node("code", { code, output: "q", timeoutMs: 6_000, memoryMb: 64 }),
      done: end("q"),
    },
    edges: ["s > l1a", "l1a > done"],
  });
}

async function inTurn(world: World, agent: Parameters<World["start"]>[0], count: number): Promise<number[]> {
  const runs: string[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const run = await world.start(agent);
    runs.push(run);
    await judge(world, [run], 30_000);
  }
  return times(world, runs);
}

/** From the request to the end, by the database's clock. */
async function times(world: World, runs: readonly string[]): Promise<number[]> {
  await judge(world, runs, 30_000);
  const { rows } = await world.cluster.pool.query(
    "select extract(epoch from ended_at - created_at) * 1000 as took from runs where id = any($1)",
    [runs],
  );
  return rows.map(({ took }) => Number(took));
}
