"use client";

import "@xyflow/react/dist/base.css";
import "@/components/node-types/with-registry";
import "./canvas.css";
import {
  Background,
  BackgroundVariant,
  type EdgeTypes,
  type NodeChange,
  type NodeTypes,
  Panel,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from "@xyflow/react";
import { Maximize2 } from "lucide-react";
import { memo, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { thingOf } from "@/components/editor/graph/things";
import { EditorProvider, useEditor } from "@/components/editor/store/editor-context";
import { createEditorStore, type EditorStore } from "@/components/editor/store/editor-store";
import { EditorUiProvider } from "@/components/editor/store/editor-ui";
import { nothingSelected, type Selection } from "@/components/editor/store/selection";
import { IconButton } from "@/components/ui/icon-button";
import type { GraphDocument } from "@/workflows/graph/document";
import { FarEdges } from "./far/far-edges";
import { FarProvider, useDetail } from "./far/use-detail";
import { stillFit } from "./fit-options";
import { edgeTypes, nodeTypes } from "./flow/flow-parts";
import type { FlowEdge, FlowNode } from "./flow/flow-types";
import { useFlow } from "./flow/use-flow";
import { GraphList } from "./graph-list";
import { KeptWhole } from "./kept-whole";
import { MarksProvider } from "./marks/use-marks";

interface StillGraphProps {
  document: GraphDocument;
  selection?: Selection;
  children: ReactNode;
}

/** A graph to look at, with an editor state of its own in which nothing changes. */
export function StillGraph({ document, selection = nothingSelected, children }: StillGraphProps) {
  const [store] = useState<EditorStore>(() =>
    createEditorStore({ agentId: "", document, revision: 1, readOnly: true }),
  );
  useEffect(() => store.setState({ base: document, document }), [store, document]);
  useEffect(() => store.getState().select(selection), [store, selection]);
  return (
    <EditorProvider store={store}>
      <EditorUiProvider>
        <MarksProvider>
          <ReactFlowProvider>{children}</ReactFlowProvider>
        </MarksProvider>
      </EditorUiProvider>
    </EditorProvider>
  );
}

interface StillCanvasProps {
  /** Names the drawing for screen readers. */
  label: string;
  onSelectNode?: (nodeId: string) => void;
  onSelectEdge?: (edgeId: string) => void;
  /** How nodes and edges are drawn, where not as in the editor. */
  parts?: { nodeTypes?: NodeTypes; edgeTypes?: EdgeTypes };
  /** Edges that are drawn in full from afar, too. */
  clearEdges?: ReadonlySet<string>;
  /** What screen readers are told of a node after its title. The list of the graph is then left to the caller. */
  wordOf?: (nodeId: string) => string;
}

const hidden = { hideAttribution: true };
const noParts = {};
const noEdges: ReadonlySet<string> = new Set();

/**
 * Draws the graph of the `StillGraph` around it: to pan, to zoom, and to choose from. What a run did is drawn by the
 * cards themselves; going from step to step draws nothing else anew.
 */
export const StillCanvas = memo(function StillCanvas(props: StillCanvasProps) {
  const detail = useDetail();
  return (
    <FarProvider value={detail.far}>
      <section aria-label={props.label} className="absolute inset-0 bg-canvas">
        {props.wordOf ? null : <GraphList />}
        <Drawing {...props} {...detail} />
      </section>
    </FarProvider>
  );
});

function Drawing({
  onSelectNode,
  onSelectEdge,
  parts = noParts,
  clearEdges = noEdges,
  wordOf,
  many,
  far,
}: StillCanvasProps & { many: boolean; far: boolean }) {
  const { nodes, edges, onNodesChange } = useFlow().flow;
  // What is selected is the caller's to say: a choice made here, by pointer or by key, is only told.
  const onChange = (changes: NodeChange<FlowNode>[]) => {
    for (const change of changes) {
      const isChoice = change.type === "select" && change.selected && thingOf(change.id).kind === "node";
      if (isChoice) onSelectNode?.(change.id);
    }
    onNodesChange(changes.filter((change) => change.type !== "select"));
  };
  const selected = useEditor((state) => state.selection.edges);
  const drawn = useMemo(
    () => (far ? edges.filter(({ id }) => selected.has(id) || clearEdges.has(id)) : edges),
    [far, edges, selected, clearEdges],
  );
  const named = useMemo(
    () =>
      nodes.map((node): FlowNode => {
        const isNode = wordOf !== undefined && thingOf(node.id).kind === "node";
        return isNode ? { ...node, ariaLabel: `${node.ariaLabel}, ${wordOf(node.id)}` } : node;
      }),
    [nodes, wordOf],
  );
  const moved = useRef(false);
  return (
    <ReactFlow<FlowNode, FlowEdge>
      // Without an event it was not a person who moved it.
      onMoveStart={(event) => {
        if (event) moved.current = true;
      }}
      nodes={named}
      edges={drawn}
      onNodesChange={onChange}
      onEdgeClick={(_, edge) => onSelectEdge?.(edge.id)}
      nodeTypes={parts.nodeTypes ?? nodeTypes}
      edgeTypes={parts.edgeTypes ?? edgeTypes}
      onlyRenderVisibleElements={many}
      nodesDraggable={false}
      nodesConnectable={false}
      edgesFocusable={false}
      deleteKeyCode={null}
      panOnScroll
      minZoom={0.1}
      maxZoom={2}
      fitView
      fitViewOptions={stillFit}
      proOptions={hidden}
    >
      {far ? <FarEdges nodes={nodes} edges={edges} /> : null}
      <Background
        variant={BackgroundVariant.Dots}
        gap={20}
        size={1.5}
        color="var(--canvas-dot)"
        bgColor="var(--canvas)"
      />
      <KeptWhole unless={moved} />
      <Panel position="bottom-left">
        <FitButton
          onFit={() => {
            moved.current = false;
          }}
        />
      </Panel>
    </ReactFlow>
  );
}

function FitButton({ onFit }: { onFit: () => void }) {
  const { fitView } = useReactFlow();
  return (
    <IconButton
      icon={Maximize2}
      label="Fit the graph"
      variant="secondary"
      onClick={() => {
        onFit();
        void fitView(stillFit);
      }}
    />
  );
}
