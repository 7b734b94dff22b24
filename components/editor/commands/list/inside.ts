import { CornerUpLeft, FoldHorizontal, UnfoldHorizontal, Workflow } from "lucide-react";
import { nodeRegistry } from "@/components/node-types/node-registry";
import { isGraph } from "@/workflows/graph/subgraph";
import type { Command, CommandContext } from "../command";
import { actions } from "../late-actions";
import { hasCopyable } from "../selection-state";

/** The selected node, if it is the only one and has a graph inside. */
function subgraphSelected({ store }: CommandContext): string | undefined {
  const { document, selection } = store.getState();
  const [id, ...more] = selection.nodes;
  const config = id !== undefined && more.length === 0 ? document.nodes[id]?.config : undefined;
  return config && Object.values(config).some(isGraph) ? id : undefined;
}

/** The same where the graph runs once, as one part of this graph: then it can take the node's place. */
function partSelected(context: CommandContext): string | undefined {
  const id = subgraphSelected(context);
  const node = id === undefined ? undefined : context.store.getState().document.nodes[id];
  const definition = node && nodeRegistry.current()?.definitionOf(node.type);
  const config = definition?.config.safeParse(node?.config);
  const subgraph = config?.success ? definition?.subgraph?.(config.data) : undefined;
  return subgraph && !subgraph.repeats ? id : undefined;
}

/** What makes subgraphs, and goes into the graphs inside nodes and out of them. */
export const insideCommands: readonly Command[] = [
  {
    id: "collapse",
    group: "Edit",
    label: "Collapse into a subgraph",
    icon: FoldHorizontal,
    keys: ["Mod+Alt+G"],
    enabled: hasCopyable,
    run: ({ store }) => actions.use((code) => code.collapseSelection(store)),
  },
  {
    id: "expand",
    group: "Edit",
    label: "Expand the subgraph",
    icon: UnfoldHorizontal,
    keys: ["Mod+Alt+Shift+G"],
    enabled: (context) => partSelected(context) !== undefined,
    run: (context) => {
      const id = partSelected(context);
      if (id !== undefined) actions.use((code) => code.expandSubgraph(context.store, id));
    },
  },
  {
    id: "open-subgraph",
    group: "View",
    label: "Open the graph inside",
    icon: Workflow,
    keys: ["Enter", "Mod+Alt+ArrowDown"],
    looksOnly: true,
    enabled: (context) => subgraphSelected(context) !== undefined,
    run: (context) => {
      const id = subgraphSelected(context);
      if (id !== undefined) context.inside.open(id);
    },
  },
  {
    id: "leave-subgraph",
    group: "View",
    label: "Back to the graph around",
    icon: CornerUpLeft,
    keys: ["Escape", "Mod+Alt+ArrowUp"],
    looksOnly: true,
    enabled: ({ inside }) => inside.within !== undefined,
    run: ({ inside }) => inside.leave(),
  },
];
