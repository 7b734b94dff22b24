import { patiently } from "@/bench/lib/patiently";
import { join, type Session, signIn } from "@/e2e/fixtures/session";
import { ApiProblem } from "@/lib/api/client/call";
import { answerInterrupt, listInterrupts } from "@/lib/api/contract/runs";
import { expectSound, type Scenario } from "../scenario";
import { approval } from "../world/graphs";
import { until } from "../world/until";
import { judge } from "../world/verdict";
import type { World } from "../world/world";

/** Two people at two web processes answer the same pauses at the same moment, and not the same thing. */
export const approve: Scenario = {
  name: "approve",
  title: "two people answer all pauses at once, one approves and one rejects: exactly one wins each",
  async play({ world: open, size }) {
    const world = await open();
    const count = size === "short" ? 20 : 200;
    const [, elsewhere] = world.webs;
    if (!elsewhere) throw new Error("There is one web process only");
    const other = await colleague(world, elsewhere.url);
    const agent = await world.agent("Approval", approval(world.recorder.url));
    const runs = await Promise.all(Array.from({ length: count }, () => world.start(agent)));
    const pauses = () => world.admin.call(listInterrupts, { query: { agentId: agent.id, limit: 200 } });
    await until(async () => (await pauses()).items.length === count, 60_000);
    const { items } = await pauses();
    const answers = await Promise.all(
      items.map(async ({ id, runId }) => {
        const won = await Promise.all([
          answer(world.admin, id, "approve").then(() => "l3a", told),
          answer(other, id, "reject").then(() => "l3b", told),
        ]);
        return { runId, won: won.filter((node) => node !== null) };
      }),
    );
    const verdict = await judge(world, runs, 60_000);
    for (const { runId, won } of answers) {
      const acted = world.recorder
        .of(runId)
        .map(({ node }) => node)
        .slice(1);
      if (won.length !== 1 || acted.length !== 1 || won[0] !== acted[0]) {
        throw new Error(
          `${runId}: ${won.length} people won, and ${acted.join(" and ") || "nothing"} happened`,
        );
      }
    }
    const rejected = answers.filter(({ won }) => won[0] === "l3b").length;
    return { pauses: count, approved: count - rejected, rejected, ...expectSound(verdict) };
  },
};

async function colleague(world: World, url: string) {
  await join(world.web().url, world.admin, "analyst");
  return signIn(url, { email: "analyst@example.com", password: "a long enough password" });
}

const answer = (who: Session, id: string, word: string) =>
  patiently(() => who.call(answerInterrupt, { params: { id }, body: { answer: word } }));

/** null: told that somebody was faster. */
function told(error: unknown): null {
  if (error instanceof ApiProblem && error.problem.code === "already_answered") return null;
  throw error;
}
