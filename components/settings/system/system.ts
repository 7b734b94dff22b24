import type { Tone } from "@/components/ui/tone";
import type { CallOutput } from "@/lib/api/contract/endpoint";
import type { getSystem } from "@/lib/api/contract/system";

export type System = CallOutput<typeof getSystem>;
export type SeenProcess = System["processes"][number];
export type SeenBreaker = System["breakers"][number];

export const processStates: Record<SeenProcess["state"], { label: string; tone: Tone }> = {
  well: { label: "Well", tone: "done" },
  stopping: { label: "Stopping", tone: "neutral" },
  stuck: { label: "Stuck", tone: "failed" },
  hung: { label: "Hangs", tone: "failed" },
  dead: { label: "Dead", tone: "failed" },
};

export const roleTitles: Record<SeenProcess["role"], string> = {
  all: "Web and worker",
  web: "Web",
  worker: "Worker",
};

export const breakerKinds: Record<SeenBreaker["kind"], string> = {
  provider: "Model provider",
  host: "Host",
  tool: "Tool",
};
