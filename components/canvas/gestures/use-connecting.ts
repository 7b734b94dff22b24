"use client";

import {
  type FinalConnectionState,
  type Connection as FlowConnection,
  useReactFlow,
  useStoreApi,
} from "@xyflow/react";
import { useCallback } from "react";
import { type Connection, connect, connectionProblem, reconnect } from "@/components/editor/graph/connection";
import { type DrawnFrom, drawnConnection } from "@/components/editor/graph/drawn-connection";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { useEditorUiStore } from "@/components/editor/store/editor-ui";
import { toast } from "@/components/ui/toast";
import type { FlowEdge, FlowNode } from "../flow/flow-types";
import { nodeAt } from "./node-at";

/**
 * Draws edges and leads them elsewhere by an end: over a node they join, or it is said why they cannot; over empty
 * space a new edge offers a new node, and an old one stays where it was.
 */
export function useConnecting() {
  const store = useEditorStore();
  const ui = useEditorUiStore();
  const flow = useStoreApi<FlowNode, FlowEdge>();
  const { screenToFlowPosition } = useReactFlow();

  const join = useCallback(
    (to: Connection) => {
      const { document, change } = store.getState();
      const { reconnecting } = ui.getState();
      const problem = connectionProblem(document, to, reconnecting);
      if (problem) return toast.failed("These two cannot be connected", new Error(problem));
      const operation = reconnecting ? reconnect(document, reconnecting, to) : connect(to);
      if (operation) change(operation);
    },
    [store, ui],
  );

  const isValidConnection = useCallback(
    ({ source, target, sourceHandle }: EndsOfEdge) =>
      connectionProblem(
        store.getState().document,
        { source, target, port: sourceHandle ?? "out" },
        ui.getState().reconnecting,
      ) === null,
    [store, ui],
  );

  const onConnect = useCallback(
    ({ source, target, sourceHandle }: FlowConnection) =>
      join({ source, target, port: sourceHandle ?? "out" }),
    [join],
  );

  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, { fromNode, fromHandle, toNode, isValid }: FinalConnectionState) => {
      const point = "changedTouches" in event ? event.changedTouches[0] : event;
      if (isValid || !fromNode || !fromHandle || !point) return;
      const screen = { x: point.clientX, y: point.clientY };
      const at = screenToFlowPosition(screen);
      const from: DrawnFrom = {
        nodeId: fromNode.id,
        ...(fromHandle.type === "source" ? { port: fromHandle.id ?? "out" } : {}),
      };
      const over = nodeAt(flow.getState().nodeLookup.values(), at) ?? toNode?.id;
      if (over === from.nodeId && !toNode) return;
      if (over) return join(drawnConnection(store.getState().document, from, over));
      if (ui.getState().reconnecting) return;
      const backwards = from.port === undefined;
      const place = { x: backwards ? at.x - 216 : at.x, y: at.y - 28 };
      const joined = backwards ? { target: from.nodeId } : { source: from.nodeId, port: from.port ?? "out" };
      ui.setState({ palette: { screen, at: place, join: joined } });
    },
    [store, ui, flow, join, screenToFlowPosition],
  );

  const onReconnectStart = useCallback(
    (_: unknown, edge: FlowEdge) => ui.setState({ reconnecting: edge.id }),
    [ui],
  );
  const onReconnect = useCallback(
    (_: FlowEdge, { source, target, sourceHandle }: FlowConnection) =>
      join({ source, target, port: sourceHandle ?? "out" }),
    [join],
  );
  const onReconnectEnd = useCallback(() => ui.setState({ reconnecting: null }), [ui]);

  return { isValidConnection, onConnect, onConnectEnd, onReconnectStart, onReconnect, onReconnectEnd };
}

type EndsOfEdge = Pick<FlowConnection, "source" | "target"> & { sourceHandle?: string | null };
