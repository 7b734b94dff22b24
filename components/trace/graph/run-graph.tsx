"use client";

import "@xyflow/react/dist/base.css";
import "@/components/canvas/canvas.css";
import {
  Background,
  BackgroundVariant,
  Panel,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from "@xyflow/react";
import { Maximize2 } from "lucide-react";
import { useEffect, useState } from "react";
import { edgeTypes, nodeTypes } from "@/components/canvas/flow/flow-parts";
import type { FlowEdge, FlowNode } from "@/components/canvas/flow/flow-types";
import { useFlow } from "@/components/canvas/flow/use-flow";
import { EditorProvider } from "@/components/editor/store/editor-context";
import { createEditorStore, type EditorStore } from "@/components/editor/store/editor-store";
import { EditorUiProvider } from "@/components/editor/store/editor-ui";
import { nothingSelected, selectNodes } from "@/components/editor/store/selection";
import type { RunFeed } from "@/components/realtime/run-feed";
import { RunProvider } from "@/components/run/store/run-context";
import { IconButton } from "@/components/ui/icon-button";
import type { GraphDocument } from "@/workflows/graph/document";

interface RunGraphProps {
  feed: RunFeed;
  /** The graph as it was when it ran. */
  document: GraphDocument;
  selectedNodeId: string | null;
  onSelectNode: (nodeId: string) => void;
}

const fitOptions = { padding: 0.15, maxZoom: 1 };
const hidden = { hideAttribution: true };

/** The graph of a run, to look at: what ran, what it cost, which edges were taken. */
export function RunGraph({ feed, document, selectedNodeId, onSelectNode }: RunGraphProps) {
  const [store] = useState<EditorStore>(() =>
    createEditorStore({ agentId: "", document, revision: 1, readOnly: true }),
  );
  useEffect(() => {
    store.getState().select(selectedNodeId === null ? nothingSelected : selectNodes([selectedNodeId]));
  }, [store, selectedNodeId]);
  return (
    <EditorProvider store={store}>
      <RunProvider feed={feed}>
        <EditorUiProvider>
          <ReactFlowProvider>
            <section aria-labelledby="graph-as-it-ran" className="absolute inset-0">
              <h2 id="graph-as-it-ran" className="sr-only">
                Graph as it ran
              </h2>
              <Graph onSelectNode={onSelectNode} />
            </section>
          </ReactFlowProvider>
        </EditorUiProvider>
      </RunProvider>
    </EditorProvider>
  );
}

function Graph({ onSelectNode }: { onSelectNode: (nodeId: string) => void }) {
  const { nodes, edges, onNodesChange } = useFlow().flow;
  return (
    <ReactFlow<FlowNode, FlowEdge>
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onNodeClick={(_, { id, type }) => {
        if (type === "card" || type === "pill") onSelectNode(id);
      }}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      nodesDraggable={false}
      nodesConnectable={false}
      edgesFocusable={false}
      deleteKeyCode={null}
      panOnScroll
      minZoom={0.1}
      maxZoom={2}
      fitView
      fitViewOptions={fitOptions}
      proOptions={hidden}
    >
      <Background
        variant={BackgroundVariant.Dots}
        gap={20}
        size={1.5}
        color="var(--canvas-dot)"
        bgColor="var(--canvas)"
      />
      <Panel position="bottom-left">
        <FitButton />
      </Panel>
    </ReactFlow>
  );
}

function FitButton() {
  const { fitView } = useReactFlow();
  return (
    <IconButton
      icon={Maximize2}
      label="Fit the graph"
      variant="secondary"
      onClick={() => void fitView(fitOptions)}
    />
  );
}
