import type { RunSummary } from "@/lib/api/contract/runs";

/** Which graph ran: a published version, or the draft at a revision, or a part of it. */
export function graphName({
  version,
  draftRevision,
  test,
}: Pick<RunSummary, "version" | "draftRevision" | "test">): string {
  if (version !== null) return `v${version}`;
  const isPart = test?.from !== undefined || test?.until !== undefined;
  return `${isPart ? "part of " : ""}draft r${draftRevision ?? "?"}`;
}

/** Milliseconds from start to end, or to `now` while it runs; null before it has started. */
export function runMs(run: Pick<RunSummary, "startedAt" | "endedAt">, now: number | null): number | null {
  if (!run.startedAt) return null;
  const end = run.endedAt ? Date.parse(run.endedAt) : now;
  return end === null ? null : Math.max(0, end - Date.parse(run.startedAt));
}

/** Micro-dollars of a run; null as soon as one of its calls has no known price. */
export function knownCost(cost: { micros: number; unknownCalls: number }): number | null {
  return cost.unknownCalls > 0 ? null : cost.micros;
}

export const sourceWords: Record<RunSummary["source"], string> = {
  test: "Test",
  chat: "Chat",
  api: "API",
  tool: "Agent call",
};

/** Where runs come from. */
export const sources = ["test", "chat", "api", "tool"] as const;
