"use client";

import "@xyflow/react/dist/base.css";
import "./canvas.css";
import { Background, BackgroundVariant, MiniMap, Panel, ReactFlow, SelectionMode } from "@xyflow/react";
import { type RefObject, useMemo } from "react";
import { Breadcrumbs } from "@/components/editor/inside/breadcrumbs";
import { useNarrow } from "@/components/editor/panels/use-narrow";
import { useEditor } from "@/components/editor/store/editor-context";
import { useClipboardEvents } from "./clipboard/use-clipboard-events";
import { ConnectionLine } from "./edges/connection-line";
import { EmptyGraph } from "./empty-graph";
import { FarEdges } from "./far/far-edges";
import { type Detail, FarProvider, useDetail } from "./far/use-detail";
import { fitOptions } from "./fit-options";
import { edgeTypes, nodeTypes } from "./flow/flow-parts";
import type { FlowEdge, FlowNode } from "./flow/flow-types";
import { useFlow } from "./flow/use-flow";
import { FocusKeeper } from "./focus-keeper";
import { useConnecting } from "./gestures/use-connecting";
import { useDropNode } from "./gestures/use-drop-node";
import { useOpenInspector } from "./gestures/use-open-inspector";
import { GraphList } from "./graph-list";
import { GuideLines } from "./guide-lines";
import { HeatView } from "./heat/heat-view";
import { CanvasMenu } from "./menus/canvas-menu";
import { MiniMapNode } from "./mini-map-node";
import { LatePalette } from "./palette/late-palette";
import { PathView } from "./paths/path-view";
import { CanvasToolbar } from "./toolbar";

const mapSize = { width: 144, height: 80 };

const isSelected = ({ selected = false }: FlowEdge) => selected;

interface CanvasProps {
  /** The element that holds the focus of the canvas; the pointer's place is taken relative to it. */
  surface: RefObject<HTMLElement | null>;
}

/** The graph, drawn by React Flow: it shows the document and turns gestures into operations. */
export function Canvas(props: CanvasProps) {
  const detail = useDetail();
  return (
    <FarProvider value={detail.far}>
      <Drawing {...props} {...detail} />
    </FarProvider>
  );
}

function Drawing({ surface, many, far }: CanvasProps & Detail) {
  const readOnly = useEditor((state) => state.readOnly);
  const narrow = useNarrow();
  const { flow, guides } = useFlow();
  const edges = useMemo(() => (far ? flow.edges.filter(isSelected) : flow.edges), [far, flow.edges]);
  const connecting = useConnecting();
  const drop = useDropNode();
  const open = useOpenInspector();
  useClipboardEvents(surface);

  return (
    <CanvasMenu>
      <section
        ref={surface}
        data-canvas=""
        tabIndex={-1}
        aria-label="Graph"
        className="relative h-full min-h-0 w-full bg-canvas outline-none"
      >
        <GraphList />
        <ReactFlow<FlowNode, FlowEdge>
          {...flow}
          edges={edges}
          onlyRenderVisibleElements={many}
          {...connecting}
          {...drop}
          {...open}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          connectionLineComponent={ConnectionLine}
          connectionRadius={28}
          nodesDraggable={!readOnly}
          nodesConnectable={!readOnly}
          edgesReconnectable={!readOnly}
          reconnectRadius={14}
          deleteKeyCode={null}
          selectionKeyCode="Shift"
          selectionMode={SelectionMode.Partial}
          multiSelectionKeyCode={["Meta", "Control", "Shift"]}
          panOnScroll
          zoomOnDoubleClick={false}
          minZoom={0.1}
          maxZoom={2}
          nodeDragThreshold={3}
          fitView
          fitViewOptions={fitOptions}
          attributionPosition="top-right"
        >
          {far ? <FarEdges nodes={flow.nodes} edges={flow.edges} /> : null}
          <Background
            variant={BackgroundVariant.Dots}
            gap={20}
            size={1.5}
            color="var(--canvas-dot)"
            bgColor="var(--canvas)"
          />
          <Panel position="bottom-left">
            <CanvasToolbar />
          </Panel>
          {narrow ? null : (
            <MiniMap
              pannable
              zoomable
              nodeComponent={MiniMapNode}
              ariaLabel="Map of the graph"
              className="overflow-hidden rounded-lg border"
              style={mapSize}
              bgColor="var(--card)"
              maskColor="color-mix(in srgb, var(--canvas) 65%, transparent)"
            />
          )}
        </ReactFlow>
        <Breadcrumbs />
        <PathView />
        <HeatView />
        <FocusKeeper surface={surface} />
        <GuideLines {...guides} />
        <EmptyGraph />
        <LatePalette focusCanvas={() => surface.current?.focus()} />
      </section>
    </CanvasMenu>
  );
}
