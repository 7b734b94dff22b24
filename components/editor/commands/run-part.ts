import { foundValues } from "@/components/run/part/found-values";
import { fittingValues } from "@/components/run/part/part-inputs";
import type { CommandContext } from "./command";
import { partNode } from "./part-node";

/** Asks what the selected node is to find, and runs it alone. */
export async function runAlone(context: CommandContext): Promise<void> {
  const nodeId = partNode(context);
  if (!nodeId) return;
  const found = await foundValues(context.shownRun(), nodeId);
  context.ui.setState({ trying: { nodeId, alone: true, found: found?.values } });
}

/** Runs what leads to the selected node, and ends after it. */
export function runUntil(context: CommandContext): void {
  const until = partNode(context);
  if (until) context.testRun({ until });
}

/** Runs on from the selected node with what it found in the shown run; asks for it where nothing is known. */
export async function runFrom(context: CommandContext): Promise<void> {
  const nodeId = partNode(context);
  if (!nodeId) return;
  const found = await foundValues(context.shownRun(), nodeId);
  if (!found?.visited) return context.ui.setState({ trying: { nodeId, alone: false, found: found?.values } });
  const { channels } = context.store.getState().document;
  context.testRun({ from: { nodeId, values: fittingValues(channels, found.values) } });
}
