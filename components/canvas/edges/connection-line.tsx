"use client";

import { type ConnectionLineComponentProps, getBezierPath, useStoreApi } from "@xyflow/react";
import { connectionProblem } from "@/components/editor/graph/connection";
import { drawnConnection } from "@/components/editor/graph/drawn-connection";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { useEditorUiStore } from "@/components/editor/store/editor-ui";
import { type FlowEdge, type FlowNode, inHandle } from "../flow/flow-types";
import { nodeAt } from "../gestures/node-at";

/** The edge that is being drawn: over a node it snaps to where it would arrive, or says why it cannot. */
export function ConnectionLine(props: ConnectionLineComponentProps<FlowNode>) {
  const store = useEditorStore();
  const ui = useEditorUiStore();
  const flow = useStoreApi<FlowNode, FlowEdge>();
  const { toX, toY, fromNode, fromHandle, toNode } = props;
  const { nodeLookup } = flow.getState();
  const over = nodeAt(nodeLookup.values(), { x: toX, y: toY }) ?? toNode?.id;
  const forward = fromHandle.type === "source";
  const { document } = store.getState();
  const connection =
    over && (over !== fromNode.id || toNode)
      ? drawnConnection(
          document,
          { nodeId: fromNode.id, ...(forward ? { port: fromHandle.id ?? "out" } : {}) },
          over,
        )
      : null;
  const problem = connection && connectionProblem(document, connection, ui.getState().reconnecting);
  const arrival = connection && !problem ? arrivalAt(flow.getState(), connection, forward) : null;
  const [path] = getBezierPath({
    sourceX: props.fromX,
    sourceY: props.fromY,
    sourcePosition: props.fromPosition,
    targetX: arrival?.x ?? toX,
    targetY: arrival?.y ?? toY,
    targetPosition: props.toPosition,
  });
  return (
    <g>
      <path d={path} fill="none" stroke={problem ? "var(--failed)" : "var(--running)"} strokeWidth={1.75} />
      {arrival ? (
        <circle
          cx={arrival.x}
          cy={arrival.y}
          r={6}
          fill="var(--running)"
          stroke="var(--card)"
          strokeWidth={2}
        />
      ) : null}
      {problem ? (
        <foreignObject x={toX + 12} y={toY + 8} width={260} height={60} className="overflow-visible">
          <div
            role="status"
            className="w-fit rounded-md border border-failed-line bg-failed-soft px-2 py-1 text-failed-ink text-xs"
          >
            {problem}
          </div>
        </foreignObject>
      ) : null}
    </g>
  );
}

type Flow = ReturnType<ReturnType<typeof useStoreApi<FlowNode, FlowEdge>>["getState"]>;

/** The handle a connection arrives at: where edges go in, or drawn backwards the port it leaves by. */
function arrivalAt(
  { nodeLookup }: Flow,
  { source, port, target }: { source: string; port: string; target: string },
  forward: boolean,
): { x: number; y: number } | null {
  const node = nodeLookup.get(forward ? target : source);
  const bounds = node?.internals.handleBounds;
  const handle = forward
    ? bounds?.target?.find(({ id }) => id === inHandle)
    : bounds?.source?.find(({ id }) => id === port);
  if (!node || !handle) return null;
  const { x, y } = node.internals.positionAbsolute;
  return { x: x + handle.x + handle.width / 2, y: y + handle.y + handle.height / 2 };
}
