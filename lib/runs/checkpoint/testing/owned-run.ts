import { draw, end, mark, start, text, trail } from "@/workflows/compile/testing/draw";
import { createRunWorld } from "../../testing/run-world";
import type { CheckpointOwner } from "../saver";

/** A finished run of a real process, in whose name checkpoints can be written. */
export async function ownedRun() {
  const world = await createRunWorld();
  const server = await world.startProcess();
  const agent = await world.publish(
    draw({
      channels: { q: text, trail },
      nodes: { s: start("q"), a: mark("a"), done: end("trail") },
      edges: ["s > a", "a > done"],
    }),
  );
  const { runId } = await world.start(server, agent, { q: "?" });
  await server.service.wait(world.ada, runId);
  return {
    pool: world.database.pool,
    /** @param epoch 1 is the run's own; with any other it has been taken over */
    owner: (epoch = 1): CheckpointOwner => {
      const written = new Set<string>();
      return {
        runId,
        epoch,
        isEmpty: (namespace) => !written.has(namespace),
        writing: (namespace) => written.add(namespace),
        assertHeld: () => {},
        storing: () => false,
      };
    },
    close: () => world.close(),
  };
}
export type OwnedRun = Awaited<ReturnType<typeof ownedRun>>;
