import { chatGraph, countingGraph, waitingGraph } from "../engine/graphs";
import { runOurs } from "../engine/ours";
import { openWorld, type World } from "../engine/world";
import { heapMb } from "../lib/garbage";
import { rate } from "../lib/pool";
import { slope } from "../lib/stats";
import { fixed, goal, printTable } from "../lib/table";

const many = 100;
const mostMb = 3;
/** A waiting run is rows in the database: what seems to be left of it here is noise. */
const nothingMb = 0.003;
const batches = 10;
const perBatch = 120;
/** What a thousand runs may seem to leave behind: collections differ by some hundred kilobytes. */
const mostGrowthMb = 1;

type Agent = { id: string; workspaceId: string };

/** What runs keep in this process: while they work, while they wait, and once they are over. */
export async function measureMemory(baseUrl: string): Promise<void> {
  const world = await openWorld(many, baseUrl);
  try {
    await reportGrowth(world);
    await reportEach(world);
  } finally {
    await world.close();
  }
}

async function reportEach(world: World): Promise<void> {
  const chat = await world.publish(chatGraph(`${world.connectionId}/words-250-tps-25`));
  const person = await world.publish(waitingGraph());
  await rate(5, 5, () => waitingRun(world, person));
  const before = await heapMb();
  await rate(many, 10, () => waitingRun(world, person));
  const waiting = (await heapMb()) - before;
  const talk = { messages: [{ role: "user", content: "Hello" }] };
  const streaming = Promise.withResolvers<void>();
  let begun = 0;
  const listen = () => {
    const seen = { token: false };
    return () => {
      if (!seen.token) begun += 1;
      seen.token = true;
      if (begun === many) streaming.resolve();
    };
  };
  const runs = Promise.all(Array.from({ length: many }, () => runOurs(world, chat, talk, listen())));
  await streaming.promise;
  const running = (await heapMb()) - before - waiting;
  await runs;
  const rows = [
    ["running, a model's words coming in", running / many, mostMb],
    ["waiting for a person", Math.max(0, waiting / many), nothingMb],
  ] as const;
  printTable(
    `Memory per run, of ${many}`,
    ["run", "MB", "goal"],
    rows.map(([name, mb, most]) => [name, fixed(mb, 3), goal(mb < most, `< ${most} MB`)]),
  );
}

async function waitingRun({ actor, service }: World, agent: Agent): Promise<void> {
  const { runId } = await service.create(actor, { agent, graph: { version: 1 }, source: "api", input: {} });
  await service.wait(actor, runId);
}

/** A day of one short run a minute, in seconds. */
async function reportGrowth(world: World): Promise<void> {
  const agent = await world.publish(countingGraph(3));
  const batch = () => rate(perBatch, 20, () => runOurs(world, agent, { count: 0 }, () => {}));
  // Caches fill and code is compiled.
  await batch();
  await batch();
  const heaps: number[] = [];
  const handles: number[] = [];
  const listeners: number[] = [];
  for (let index = 0; index < batches; index++) {
    await batch();
    heaps.push(await heapMb());
    handles.push(process.getActiveResourcesInfo().length);
    listeners.push(process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0));
  }
  const growth = (slope(heaps) * 1_000) / perBatch;
  const flat = (numbers: number[]) => goal(Math.abs(slope(numbers)) < 0.5, "flat");
  printTable(
    `After ${(batches + 2) * perBatch} runs, one batch of ${perBatch} after the other`,
    ["figure", "first", "last", "growth in 1,000 runs", "goal"],
    [
      [
        "heap after collection, MB",
        at(heaps, 0),
        at(heaps, -1),
        fixed(growth, 2),
        goal(growth < mostGrowthMb, `< ${mostGrowthMb} MB`),
      ],
      ["open handles", at(handles, 0), at(handles, -1), "", flat(handles)],
      ["listeners of the process", at(listeners, 0), at(listeners, -1), "", flat(listeners)],
    ],
  );
}

const at = (numbers: number[], index: number) => fixed(numbers.at(index) ?? Number.NaN, 1);
