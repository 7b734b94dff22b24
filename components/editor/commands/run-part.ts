import { foundValues } from "@/components/run/part/found-values";
import { fittingValues } from "@/components/run/part/part-inputs";
import { own } from "@/workflows/graph/record";
import { definitionOf } from "@/workflows/nodes/registry";
import type { CommandContext } from "./command";

/** The one selected node where a part of the graph can begin or end: no Start, no End, not turned off. A subgraph has no parts. */
function partNode({ store, inside }: CommandContext): string | undefined {
  if (inside.within !== undefined) return undefined;
  const { document, selection } = store.getState();
  const [id, ...more] = selection.nodes;
  const node = id === undefined ? undefined : own(document.nodes, id);
  if (!node || more.length > 0 || node.disabled) return undefined;
  return definitionOf(node.type)?.role === undefined ? id : undefined;
}

export const canRunPart = (context: CommandContext) => partNode(context) !== undefined;

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
