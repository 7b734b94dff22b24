import { toast } from "@/components/ui/toast";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { collapse } from "@/workflows/nodes/subgraph/collapse/collapse";
import { expand } from "@/workflows/nodes/subgraph/collapse/expand";
import { freeTitle } from "../graph/free-names";
import type { EditorStore } from "../store/editor-store";
import { selectNodes } from "../store/selection";

/** Puts the selected nodes into a subgraph, or says why that cannot be. */
export function collapseSelection(store: EditorStore): void {
  const { document, selection, change, select } = store.getState();
  const title = freeTitle(document, "Subgraph");
  const result = collapse(document, selection.nodes, nodeDefinitions, { title });
  const problem = result.ok ? change(result.value.operation) : result.problem;
  if (problem) toast.failed("These nodes cannot become a subgraph", new Error(problem.message));
  else if (result.ok) select(selectNodes([result.value.nodeId]));
}

/** Puts the nodes of a subgraph in its place, or says why that cannot be. */
export function expandSubgraph(store: EditorStore, nodeId: string): void {
  const { document, change, select } = store.getState();
  const result = expand(document, nodeId, nodeDefinitions);
  const problem = result.ok ? change(result.value.operation) : result.problem;
  if (problem) toast.failed("This subgraph cannot be expanded", new Error(problem.message));
  else if (result.ok) select(selectNodes(result.value.nodeIds));
}
