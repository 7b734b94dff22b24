"use client";

import { useCallback, useState } from "react";
import { useCommandContext } from "@/components/editor/commands/use-commands";
import { useEditor } from "@/components/editor/store/editor-context";
import { selectNodes } from "@/components/editor/store/selection";
import { spanTitle } from "@/components/trace/span-titles";
import { Waterfall } from "@/components/trace/waterfall/waterfall";
import type { InterruptView, Span } from "@/workflows/events/run-view";
import { useRun } from "../store/run-context";

const none: readonly Span[] = [];
const nothingAsked: readonly InterruptView[] = [];

/** The shown run's nodes, model calls and tool calls on one time axis; a click selects the node on the canvas. */
export function Timeline() {
  const { store, ui } = useCommandContext();
  const spans = useRun((state) => state?.view?.spans ?? none);
  const interrupts = useRun((state) => state?.view?.interrupts ?? nothingAsked);
  const status = useRun((state) => state?.view?.status);
  const asRun = useRun((state) => state?.document ?? null);
  const nodes = useEditor((state) => state.document.nodes);
  const [selectedId, setSelectedId] = useState<string | null>(null);

  const titleOf = useCallback((span: Span) => spanTitle(asRun, span), [asRun]);
  const select = (id: string) => {
    setSelectedId(id);
    const nodeId = spans.find((span) => span.id === id)?.nodeId;
    if (!nodeId || !nodes[nodeId]) return;
    store.getState().select(selectNodes([nodeId]));
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
