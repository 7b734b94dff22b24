"use client";

import { SlidersHorizontal, Waves } from "lucide-react";
import { Inspector } from "@/components/inspector/inspector";
import { LateRunDock } from "@/components/run/dock/late-run-dock";
import { useRun } from "@/components/run/store/run-context";
import { Button } from "@/components/ui/button";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { useBuild } from "./build-context";
import { CanvasArea } from "./canvas-area";
import { useInside } from "./inside/inside-context";
import { WholeAgent } from "./inside/whole-agent";
import { focusItself } from "./panels/focus-itself";
import { useEditor } from "./store/editor-context";
import { useEditorUi, useEditorUiStore } from "./store/editor-ui";
import { countSelected, onlySelected } from "./store/selection";

/** The Build tab on a phone: the graph, and sheets for what is tapped and for runs. */
export function NarrowBuildView() {
  const { runId } = useBuild();
  const { within } = useInside();
  const ui = useEditorUiStore();
  const inspecting = useEditorUi((state) => state.inspectorSheet);
  const sheet = useEditorUi((state) => state.runSheet);
  // A run that starts, or is opened by its address, comes up by itself.
  const running = sheet.run === runId ? sheet.open : runId !== null;
  const setRunning = (open: boolean) => ui.setState({ runSheet: { run: runId, open } });
  const title = useEditor((state) => {
    const { nodeId, edgeId, groupId, stickyId } = onlySelected(state.selection);
    if (nodeId) return state.document.nodes[nodeId]?.title ?? "Node";
    if (groupId) return state.document.layout.groups[groupId]?.title || "Group";
    if (stickyId) return "Note";
    if (edgeId) return "Connection";
    return countSelected(state.selection) > 0 ? "Selection" : "Agent";
  });
  const waiting = useRun((state) => state?.view?.interrupts.some((pause) => !pause.answer) ?? false);

  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="min-h-0 flex-1">
        <CanvasArea key={within} />
      </div>
      <div className="flex shrink-0 gap-2 border-t bg-background p-2">
        <Button className="flex-1" onClick={() => ui.setState({ inspectorSheet: true })}>
          <SlidersHorizontal aria-hidden />
          Settings
        </Button>
        <Button className="flex-1" onClick={() => setRunning(true)}>
          <Waves aria-hidden />
          {waiting ? "Waiting for you" : "Run"}
        </Button>
      </div>
      <Sheet open={inspecting} onOpenChange={(inspectorSheet) => ui.setState({ inspectorSheet })}>
        <SheetContent title={title} className="h-[70dvh] outline-none" onOpenAutoFocus={focusItself}>
          <Inspector />
        </SheetContent>
      </Sheet>
      <Sheet open={running} onOpenChange={setRunning}>
        <SheetContent
          title="Run"
          className="h-[92dvh] max-h-[92dvh] outline-none"
          onOpenAutoFocus={focusItself}
        >
          <WholeAgent>
            <LateRunDock />
          </WholeAgent>
        </SheetContent>
      </Sheet>
    </div>
  );
}
