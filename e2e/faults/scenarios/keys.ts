import { admin, signIn } from "@/e2e/fixtures/session";
import { urlOf } from "@/lib/api/client/call";
import { createTestRun } from "@/lib/api/contract/runs";
import { expectSound, type Scenario } from "../scenario";
import { relay } from "../world/graphs";
import { judge } from "../world/verdict";

const times = 50;

/** A client that does not know whether its request arrived sends it again and again, and everywhere. */
export const keys: Scenario = {
  name: "keys",
  title: "one Idempotency-Key 50 times in parallel at several web processes makes one run",
  async play({ world: open }) {
    const world = await open();
    const agent = await world.agent("Asked often", relay(world.recorder.url, { steps: 2, ms: 50 }));
    const cookies = await Promise.all(
      world.webs.map(async ({ url }) => ({ url, cookie: (await signIn(url, admin)).cookie() })),
    );
    const body = JSON.stringify({ revision: agent.revision, input: { q: "once" } });
    const answers = await Promise.all(
      Array.from({ length: times }, async (_, at) => {
        const web = cookies[at % cookies.length];
        const response = await fetch(`${web?.url}${urlOf(createTestRun, { params: { id: agent.id } })}`, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            cookie: web?.cookie ?? "",
            origin: web?.url ?? "",
            "idempotency-key": "asked-fifty-times",
          },
          body,
        });
        return createTestRun.response.parse(await response.json()).id;
      }),
    );
    const [run = "", ...others] = new Set(answers);
    const { rows } = await world.cluster.pool.query("select id from runs where agent_id = $1", [agent.id]);
    if (others.length > 0 || rows.length !== 1)
      throw new Error(`${rows.length} runs, ${others.length + 1} answers`);
    const figures = expectSound(await judge(world, [run], 30_000));
    const acts = world.recorder.of(run).length;
    if (acts !== 2) throw new Error(`${acts} requests came, and not 2`);
    return { requests: times, ...figures, "requests outside": acts };
  },
};
