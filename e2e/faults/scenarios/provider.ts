import { expectSound, type Scenario } from "../scenario";
import { endedInError } from "../world/ended";
import { relay, talk } from "../world/graphs";
import { judge } from "../world/verdict";

const faults = [
  "status-429",
  "status-500",
  "silent-0",
  "words-60-silent-10",
  "words-60-garbage-10",
  "words-60-cut-10",
];

/** Whatever a provider does, the run ends with words that help, at the model's node, and nothing after it happens. */
export const provider: Scenario = {
  name: "provider",
  title: "a provider that answers 429, 500, nothing, half or nonsense: the run says so, its neighbours go on",
  async play({ world: open }) {
    const world = await open();
    const { url } = world.recorder;
    const runs = await Promise.all(
      faults.map(async (fault) => {
        const document = talk(url, world.troubled(fault));
        const ask = document.nodes.l2a;
        if (ask) ask.policy = { ...ask.policy, timeoutMs: 4_000 };
        return { fault, run: await world.start(await world.agent(`Provider ${fault}`, document)) };
      }),
    );
    const neighbour = await world.agent("Beside a bad provider", relay(url));
    const neighbours = await Promise.all(Array.from({ length: 5 }, () => world.start(neighbour)));
    const problems = await endedInError(
      world,
      runs.map(({ run }) => run),
      60_000,
    );
    const codes = runs.map(({ fault, run }) => {
      const problem = problems.get(run);
      const acted = world.recorder.of(run).map(({ node }) => node);
      if (problem?.nodeId !== "l2a" || acted.join() !== "l1a") {
        throw new Error(`${fault}: ${JSON.stringify(problem)} after ${acted.join()}`);
      }
      return `${fault} → ${problem.code}`;
    });
    const around = expectSound(await judge(world, neighbours, 30_000));
    return { ends: codes.join("; "), ...around };
  },
};
