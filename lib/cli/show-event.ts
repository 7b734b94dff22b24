import type { RunEvent } from "@/workflows/events/event";

/** A line, or a piece of one, about an event for a person who watches; undefined for what is only detail. */
export function showEvent(event: RunEvent): string | undefined {
  const node = event.node ?? "";
  switch (event.type) {
    case "model.delta":
      return event.data.text;
    case "model.finished":
      return "\n";
    case "node.started":
      return `· ${node}\n`;
    case "node.failed":
      return `✗ ${node}: ${event.data.problem.message}\n`;
    case "tool.started":
      return `  → ${event.data.name} ${JSON.stringify(event.data.args)}\n`;
    case "tool.finished":
      return `  ← ${JSON.stringify(event.data.result)}\n`;
    case "tool.failed":
      return `  ← ${event.data.problem.message}\n`;
    case "node.interrupted":
      return `⏸ ${node}: ${event.data.payload.message}\n`;
    case "log":
      return `  ${event.data.level}: ${event.data.message}\n`;
    default:
      return undefined;
  }
}
