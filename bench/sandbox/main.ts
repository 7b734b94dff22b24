import { setTimeout as pause } from "node:timers/promises";
import { type CodeSandboxPool, createCodeSandbox } from "@/lib/sandbox/code-sandbox";
import { codeCall } from "@/lib/sandbox/testing/code-call";
import { countingGraph } from "../engine/graphs";
import { openWorld, type World } from "../engine/world";
import { percentile } from "../lib/stats";
import { fixed, goal, printTable } from "../lib/table";

const code = "return { total: state.prices.reduce((sum, price) => sum + price, 0) }";
const input = { prices: [1, 2, 3, 4, 5] };
const calls = 300;
const perSecond = 200;
const seconds = 20;
const rounds = 10;
const runsARound = 60;

/** What a call of code costs, how many a second are kept up, and what a neighbour's runs notice of them. */
export async function measureSandbox(baseUrl: string): Promise<void> {
  const sandbox = createCodeSandbox();
  await sandbox.warm();
  const world = await openWorld(4, baseUrl);
  try {
    const alone = await oneByOne(sandbox);
    const sustained = await atRate(sandbox, () => pause(seconds * 1_000));
    const { without, beside } = await neighbour(world, sandbox);
    const ratio = beside / without;
    printTable(
      "Code in the sandbox",
      ["figure", "value", "goal"],
      [
        ["a call on a prepared instance, p50", `${fixed(percentile(alone, 0.5))} ms`, goalOf(alone)],
        [
          `at ${perSecond} calls a second, ended a second`,
          fixed(sustained.rate, 0),
          rateGoal(sustained.rate),
        ],
        [`at ${perSecond} calls a second, p95`, `${fixed(percentile(sustained.took, 0.95))} ms`, ""],
        ["p95 of a run of 10 nodes beside them", `${fixed(beside)} ms`, ""],
        ["the same without them", `${fixed(without)} ms`, ""],
        ["ratio", fixed(ratio, 2), goal(ratio <= 1.2, "≤ 1.2")],
      ],
    );
  } finally {
    await world.close();
    await sandbox.close();
  }
}

const goalOf = (took: number[]) => goal(percentile(took, 0.5) < 5, "< 5 ms");
const rateGoal = (rate: number) => goal(rate >= 0.98 * perSecond, `${perSecond}`);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function oneByOne(sandbox: CodeSandboxPool): Promise<number[]> {
  const took: number[] = [];
  for (let call = 0; call < calls; call += 1) {
    took.push(await timed(() => sandbox.run(codeCall(code, { input }))));
  }
  return took;
}

/** Asks at an even pace, whether or not the answers keep up, for as long as `meanwhile` lasts. */
async function atRate(sandbox: CodeSandboxPool, meanwhile: () => Promise<unknown>) {
  const took: number[] = [];
  const asked: Promise<unknown>[] = [];
  const began = performance.now();
  const guest = sandbox.of("neighbour");
  const timer = setInterval(() => {
    const due = ((performance.now() - began) / 1_000) * perSecond;
    while (asked.length < due) {
      asked.push(timed(() => guest.run(codeCall(code, { input }))).then((ms) => took.push(ms)));
    }
  }, 5);
  await meanwhile();
  clearInterval(timer);
  await Promise.all(asked);
  return { took, rate: (took.length * 1_000) / (performance.now() - began) };
}

/** Turn by turn with and without calls beside them, so that what else happens on the machine meets both. */
async function neighbour(world: World, sandbox: CodeSandboxPool) {
  const agent = await world.publish(countingGraph());
  const runs = () => someRuns(world, agent);
  await runs();
  const took = { without: [] as number[], beside: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    took.without.push(...(await runs()));
    await atRate(sandbox, async () => took.beside.push(...(await runs())));
  }
  return { without: percentile(took.without, 0.95), beside: percentile(took.beside, 0.95) };
}

async function someRuns(
  { service, actor }: World,
  agent: { id: string; workspaceId: string },
): Promise<number[]> {
  const took: number[] = [];
  for (let run = 0; run < runsARound; run += 1) {
    const asked = { agent, graph: { version: 1 }, source: "api", input: { count: 0 } } as const;
    took.push(await timed(async () => service.wait(actor, (await service.create(actor, asked)).runId)));
  }
  return took;
}
