import { ApiProblem } from "@/lib/api/client/call";
import { count, draw, end, mark, start, text, trail } from "@/workflows/compile/testing/draw";
import { expectBelow, type Scenario } from "../scenario";
import { endedInError } from "../world/ended";

const channels = { q: text, trail, rounds: count };
const nodes = { s: start("q"), a: mark("a"), b: mark("b"), done: end("q") };

/** A graph that never comes to its end. */
export const cycle: Scenario = {
  name: "cycle",
  title: "an endless cycle is refused where it can be seen, and stopped with words where not",
  async play({ world: open }) {
    const world = await open();
    const endless = draw({ channels, nodes, edges: ["s > a", "a > b", "b > a"] });
    const refused = await world
      .agent("Endless", endless)
      .then((agent) => world.start(agent))
      .then(
        () => "accepted",
        (error: unknown) => (error instanceof ApiProblem ? error.problem.code : String(error)),
      );
    if (refused !== "graph_invalid") throw new Error(`A cycle without an end was ${refused}`);
    const long = draw({
      channels,
      nodes,
      edges: ["s > a", "a > b", "b > a x5000", "b.limit > done"],
      recursionLimit: 200,
    });
    const began = performance.now();
    const run = await world.start(await world.agent("Nearly endless", long));
    const [problem] = (await endedInError(world, [run], 60_000)).values();
    if (problem?.code !== "recursion_limit") throw new Error(`It ended with ${JSON.stringify(problem)}`);
    return {
      refused,
      stopped: problem.code,
      ...expectBelow("200 steps", performance.now() - began, 30_000, "ms"),
    };
  },
};
