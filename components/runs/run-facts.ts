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

/** The first words a run was given, for lists. */
export function inputPreview(input: RunSummary["input"]): string {
  const text = firstText(input);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function firstText(value: unknown): string {
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value)) return value.map(firstText).find(Boolean) ?? "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "object" || value === null) return "";
  if ("content" in value) return firstText(value.content);
  return Object.values(value).map(firstText).find(Boolean) ?? "";
}
