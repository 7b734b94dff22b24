import type { AgentSummary } from "@/lib/api/contract/agents";
import { fork, relay, talk } from "./graphs";
import type { Random } from "./random";
import type { World } from "./world";

/** Runs of several kinds that come as long as nobody stops them. */
export interface Load {
  /** Runs that were accepted so far. */
  accepted: string[];
  /** Requests that were refused while the server was away; nothing was promised to them. */
  refused: number;
  /** No new runs; resolves when the last request was answered. */
  stop(): Promise<string[]>;
}

export async function kindsOf(world: World): Promise<AgentSummary[]> {
  const { url } = world.recorder;
  return Promise.all([
    world.agent("Relay", relay(url)),
    world.agent("Fork", fork(url)),
    world.agent("Talk", talk(url, world.model("words-60-tps-60"))),
    world.agent("Careful", relay(url, { steps: 3, repeatable: false })),
  ]);
}

/** @param perSecond how many new runs come, which is what decides how many run at the same time */
export function startLoad(
  world: World,
  kinds: readonly AgentSummary[],
  random: Random,
  perSecond: number,
): Load {
  const accepted: string[] = [];
  const open = new Set<Promise<void>>();
  const load: Load = {
    accepted,
    refused: 0,
    async stop() {
      clearInterval(timer);
      await Promise.all(open);
      return accepted;
    },
  };
  const timer = setInterval(() => {
    const request = world.start(random.pick(kinds)).then(
      (id) => {
        accepted.push(id);
      },
      () => {
        load.refused += 1;
      },
    );
    open.add(request);
    void request.finally(() => open.delete(request));
  }, 1000 / perSecond);
  return load;
}
