import { ApiProblem } from "@/lib/api/client/call";
import { changeDraft } from "@/lib/api/contract/agents";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import type { GraphDocument } from "@/workflows/graph/document";
import { expectBelow, expectSound, type Scenario } from "../scenario";
import { relay } from "../world/graphs";
import { judge } from "../world/verdict";
import type { World } from "../world/world";

const total = 10_000;
const perRequest = 245;

/** Ten times what the editor is made for. */
export const large: Scenario = {
  name: "large",
  title:
    "a graph of 10,000 nodes is saved or refused with words, runs or fails with words, and starves nobody",
  onlyLong: true,
  async play({ world: open }) {
    const world = await open();
    const whole = await world.agent("Large at once", chain(total)).then(() => "saved", words);
    const { agent, problem } = await grow(world);
    if (problem && !problem.includes("too_large")) throw new Error(problem);
    const harmless = await world.agent("Beside a large graph", relay(world.recorder.url));
    const began = performance.now();
    const started = await world.start(agent).catch(words);
    const neighbours = await Promise.all(Array.from({ length: 10 }, () => world.start(harmless)));
    const around = expectSound(await judge(world, neighbours, 60_000));
    const besides = performance.now() - began;
    const isRun = started.startsWith("run_");
    const [ended] = isRun ? (await judge(world, [started], 600_000)).runs : [];
    if (isRun && ended?.status !== "success" && ended?.status !== "error")
      throw new Error(`It is ${ended?.status}`);
    return {
      "at once": whole,
      "bit by bit": problem ?? "saved",
      run: isRun
        ? `${ended?.status} ${JSON.stringify(ended?.problem)} in ${Math.round(performance.now() - began)} ms`
        : started,
      ...around,
      ...expectBelow("others", besides, 30_000, "ms"),
    };
  },
};

const words = (error: unknown) => {
  if (error instanceof ApiProblem) return `${error.problem.code}: ${error.problem.detail}`;
  throw error;
};

const step = (at: number) => node("set-state", { assignments: [{ channel: "q", value: "q" }] }, {}, `n${at}`);

function chain(count: number): GraphDocument {
  const ids = Array.from({ length: count }, (_, at) => `n${at}`);
  return draw({
    channels: { q: text },
    nodes: { s: start("q"), ...Object.fromEntries(ids.map((id, at) => [id, step(at)])), done: end("q") },
    edges: ["s", ...ids].map((id, at) => `${id} > ${ids[at] ?? "done"}`),
    recursionLimit: 10_000,
  });
}

/** The way the editor saves: in operations. */
async function grow(world: World) {
  const agent = await world.agent("Large bit by bit", chain(perRequest));
  let { revision } = agent;
  for (let first = perRequest; first < total; first += perRequest) {
    const ids = Array.from({ length: perRequest }, (_, at) => first + at);
    const last = { source: `n${first + perRequest - 1}`, port: "out", target: "done" };
    const operations = [
      ...ids.flatMap((at) => [
        { op: "node.add" as const, id: `n${at}`, node: step(at), position: { x: at * 300, y: 0 } },
        {
          op: "edge.add" as const,
          id: `x${at}`,
          edge: { source: `n${at - 1}`, port: "out", target: `n${at}` },
        },
      ]),
      { op: "edge.update" as const, id: `e${perRequest}`, edge: last },
    ];
    const saved = await world.admin
      .call(changeDraft, { params: { id: agent.id }, body: { revision, operations } })
      .catch(words);
    if (typeof saved === "string")
      return { agent: { ...agent, revision }, problem: `${first} nodes, then ${saved}` };
    revision = saved.revision;
  }
  return { agent: { ...agent, revision }, problem: undefined };
}
