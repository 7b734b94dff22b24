import type { AgentSummary } from "@/lib/api/contract/agents";
import { expectSound, type Figures } from "../scenario";
import { kindsOf, startLoad } from "./load";
import type { Random } from "./random";
import { judge, type Verdict } from "./verdict";
import type { World } from "./world";

/** Runs of every kind come in while `fault` happens; then everything that was accepted must come to its end. */
export async function under(
  world: World,
  random: Random,
  fault: () => Promise<void>,
  options: { kinds?: readonly AgentSummary[]; perSecond?: number; withinMs?: number } = {},
): Promise<{ figures: Figures; verdict: Verdict; accepted: string[] }> {
  const { perSecond = 5, withinMs = 90_000 } = options;
  const load = startLoad(world, options.kinds ?? (await kindsOf(world)), random, perSecond);
  try {
    await fault();
  } finally {
    await load.stop();
  }
  const verdict = await judge(world, load.accepted, withinMs);
  for (const member of [...world.webs, ...world.workers]) member.signal(0);
  return {
    figures: { ...expectSound(verdict), "refused while away": load.refused },
    verdict,
    accepted: load.accepted,
  };
}
