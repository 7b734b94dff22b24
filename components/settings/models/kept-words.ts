import type { z } from "zod";
import { formatCount, plural } from "@/components/ui/format/count";
import { formatMoney } from "@/components/ui/format/money";
import type { listKeptAnswers } from "@/lib/api/contract/kept-answers";

type Figures = Omit<z.infer<typeof listKeptAnswers.response>["items"][number], "agentId" | "agentName">;

/** How often kept answers served an agent and what they saved, and what is kept now, each in a line. */
export function keptWords({ calls, hits, savedMicros, unknownSaved, answers, bytes }: Figures) {
  const rate = calls === 0 ? 0 : Math.round((hits / calls) * 100);
  const saved = `${formatMoney(savedMicros)} saved`;
  const unknown = unknownSaved > 0 ? `, ${plural(unknownSaved, "answer")} of unknown price` : "";
  return {
    served:
      hits === 0
        ? `None of ${plural(calls, "call")} served yet`
        : `${formatCount(hits)} of ${plural(calls, "call")} served (${rate} %), ${saved}${unknown}`,
    held: `${plural(answers, "answer")} kept, ${sizeOf(bytes)}`,
  };
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
