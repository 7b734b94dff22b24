import type { RunView } from "@/workflows/events/run-view";

/** Names that are drawn by lot in every run: of messages, calls, tasks, pauses, checkpoints. */
const drawnByLot = /^([0-9a-f-]{32,36}|run-.*)$/;
const clock = new Set(["ts", "ms", "startedAt", "endedAt", "firstTokenMs", "answeredAt", "seq"]);

/** What must be the same in every run: everything but the clock and what is drawn by lot. */
export function timeless(value: unknown): unknown {
  if (typeof value === "string") return drawnByLot.test(value) ? "…" : value;
  if (Array.isArray(value)) return value.map(timeless);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !clock.has(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, timeless(inner)]));
}

/** What people see of a run whose workers died: work that was lost is done and paid again, and shown so. */
export function gist({ status, nodes, edges, interrupts, output }: RunView) {
  const places = Object.entries(nodes).map(([id, shown]) => [id, shown.status, shown.visits, shown.text]);
  const pauses = interrupts.map(({ nodeId, visit, payload, answer }) => ({ nodeId, visit, payload, answer }));
  return { status, places, edges, pauses, output };
}
