import { Bot, Box, Globe, List, type LucideIcon, Play, Wrench } from "lucide-react";
import type { Tone } from "@/components/ui/tone";
import type { NodeStatus, Span } from "@/workflows/events/run-view";

export const spanIcons: Record<Span["kind"], LucideIcon> = {
  node: Box,
  item: List,
  model: Bot,
  tool: Wrench,
  http: Globe,
  run: Play,
};
export const spanKinds: Record<Span["kind"], string> = {
  node: "Node",
  item: "Entry of a list",
  model: "Model call",
  tool: "Tool call",
  http: "HTTP call",
  run: "Called run",
};

export const spanTones: Record<NodeStatus, Tone> = {
  running: "running",
  done: "done",
  waiting: "waiting",
  failed: "failed",
};
export const spanWords: Record<NodeStatus, string> = {
  running: "Running",
  done: "Done",
  waiting: "Waiting",
  failed: "Failed",
};

/** A bar's colour says what is wrong or open first, then what kind of work it was. */
export function barClass(span: Span): string {
  if (span.status === "failed") return "bg-failed";
  if (span.status === "waiting") return "bg-stripes-waiting";
  if (span.kind === "model") return "bg-category-model";
  if (span.kind === "tool" || span.kind === "http") return "bg-category-tools";
  return span.status === "running" ? "bg-running" : "bg-category-agent/60";
}

/** Milliseconds a span took, up to now while it is open. */
export function spanMs(span: Span, now: number): number {
  return Math.max(0, (span.endedAt ?? now) - span.startedAt);
}
