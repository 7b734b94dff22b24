"use client";

import { useCallback, useState } from "react";
import { useCommandContext } from "@/components/editor/commands/use-commands";
import { spanTitle } from "@/components/trace/span-titles";
import { Waterfall } from "@/components/trace/waterfall/waterfall";
import type { InterruptView, Span } from "@/workflows/events/run-view";
import { graphInside } from "@/workflows/graph/inside";
import { splitAddress } from "@/workflows/graph/node-address";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { useRun } from "../store/run-context";

const none: readonly Span[] = [];
const nothingAsked: readonly InterruptView[] = [];

/** The shown run's nodes, model calls and tool calls on one time axis; a click selects the node on the canvas. */
export function Timeline() {
  const { inside, ui } = useCommandContext();
  const spans = useRun((state) => state?.view?.spans ?? none);
  const interrupts = useRun((state) => state?.view?.interrupts ?? nothingAsked);
  const status = useRun((state) => state?.view?.status);
  const asRun = useRun((state) => state?.document ?? null);
  const [selectedId, setSelectedId] = useState<string | null>(null);

  const titleOf = useCallback((span: Span) => spanTitle(asRun, span), [asRun]);
  const select = (id: string) => {
    setSelectedId(id);
    const nodeId = spans.find((span) => span.id === id)?.nodeId;
    if (!nodeId) return;
    const place = splitAddress(nodeId);
    const graph = graphInside(inside.agent.getState().document, place.within, nodeDefinitions);
    if (!graph?.nodes[place.id]) return;
    inside.goTo(place.within, [place.id]);
    ui.setState({ tab: "data" });
  };
  const running = status === "running" || status === "pending" || status === "interrupted";
  if (spans.length === 0) {
    return (
      <p className="px-4 py-3 text-muted-foreground">
        {running ? "Waiting for the first step…" : "Nothing ran."}
      </p>
    );
  }
  return (
    <Waterfall
      spans={spans}
      interrupts={interrupts}
      titleOf={titleOf}
      running={running}
      selectedId={selectedId}
      onSelect={select}
      className="flex flex-col px-2 py-1 md:h-full"
    />
  );
}
