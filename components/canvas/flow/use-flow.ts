"use client";

import type { EdgeChange } from "@xyflow/react";
import { useCallback, useMemo, useState } from "react";
import { useTouch } from "@/components/editor/panels/use-touch";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { applySelection } from "./apply-selection";
import { flowEdgeMaker } from "./flow-edges";
import { flowNodeMaker } from "./flow-nodes";
import { flowPaperMaker } from "./flow-papers";
import type { FlowEdge, FlowNode } from "./flow-types";
import { useNodeChanges } from "./use-node-changes";

/** The document as React Flow's controlled nodes and edges, and its changes back as operations. */
export function useFlow() {
  const store = useEditorStore();
  const document = useEditor((state) => state.document);
  const selection = useEditor((state) => state.selection);
  const { onNodesChange, measured, dragged, resized, guides, hints } = useNodeChanges();
  const touch = useTouch();
  const [makeCards] = useState(flowNodeMaker);
  const [makePapers] = useState(flowPaperMaker);
  const [makeEdges] = useState(flowEdgeMaker);

  const cards = useMemo(
    () => makeCards({ document, selected: selection.nodes, dragged, measured, touch }),
    [makeCards, document, selection.nodes, dragged, measured, touch],
  );
  const papers = useMemo(() => {
    const sizeOf = (id: string) => measured.get(id);
    return makePapers({ document, selection, dragged, resized, hints, sizeOf, touch });
  }, [makePapers, document, selection, dragged, resized, hints, measured, touch]);
  const nodes = useMemo<FlowNode[]>(
    () => (papers.length > 0 ? [...papers, ...cards] : cards),
    [papers, cards],
  );
  const edges = useMemo(() => makeEdges(document, selection.edges), [makeEdges, document, selection.edges]);

  const onEdgesChange = useCallback(
    (changes: EdgeChange<FlowEdge>[]) => applySelection(store, "edges", changes),
    [store],
  );

  return { flow: { nodes, edges, onNodesChange, onEdgesChange }, guides };
}
