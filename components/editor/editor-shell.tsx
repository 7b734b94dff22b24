"use client";

import { parseAsString, useQueryState } from "nuqs";
import { type ReactNode, useCallback, useMemo, useRef } from "react";
import { useCanvasView } from "@/components/canvas/use-canvas-view";
import { useMe } from "@/components/data/use-me";
import { useNodeRegistry } from "@/components/node-types/use-node-registry";
import type { RunFeed } from "@/components/realtime/run-feed";
import { useRunFeed } from "@/components/realtime/use-run-feed";
import { useGoOn } from "@/components/run/stop/use-go-on";
import { RunProvider } from "@/components/run/store/run-context";
import { useTestRun } from "@/components/run/use-test-run";
import { usePaletteOpen } from "@/components/shell/command-palette/command-source";
import { useRunAtStep } from "@/components/trace/travel/use-run-at-step";
import { useStepAddress } from "@/components/trace/travel/use-step";
import { TopBar } from "./bar/top-bar";
import { useBreakpointsStore } from "./breakpoints/breakpoints-context";
import { BuildProvider } from "./build-context";
import type { CommandContext } from "./commands/command";
import { CommandProvider } from "./commands/use-commands";
import { useInside } from "./inside/inside-context";
import { runInside } from "./inside/inside-run";
import { WholeAgent } from "./inside/whole-agent";
import { LateDialogs } from "./late-dialogs";
import { readFlag } from "./panels/readings";
import { useRemembered } from "./panels/use-remembered";
import { LitWay } from "./problems/lit-way";
import { useEditorStore } from "./store/editor-context";
import { useEditorUiStore } from "./store/editor-ui";
import type { OpenEditor } from "./store/use-open-editor";

interface EditorShellProps {
  open: OpenEditor;
  /** The Build tab is shown: its keys work. */
  building: boolean;
  children: ReactNode;
}

/** What all tabs of an agent share: the top bar, the commands, the shown run, and the dialogs. */
export function EditorShell({ open, building, children }: EditorShellProps) {
  const { autosave } = open;
  const store = useEditorStore();
  const inside = useInside();
  const { within } = inside;
  const { user } = useMe();
  const ui = useEditorUiStore();
  const surface = useRef<HTMLElement>(null);
  const view = useCanvasView(surface);
  const [runId, setRunId] = useQueryState("run", parseAsString.withOptions({ history: "replace" }));
  const feed = useRunFeed(building ? runId : null);
  const [dockOpen, setDockOpen] = useRemembered(`signalbox.dock.${user.id}`, readFlag, true);

  const showDock = useCallback(() => {
    setDockOpen(true);
    ui.setState({ dockTab: "run", runSheet: { run: runId, open: true } });
  }, [setDockOpen, ui, runId]);
  const at = useRunAtStep(feed);
  const [, setStep] = useStepAddress();
  const showRun = useCallback(
    (id: string | null) => {
      void setRunId(id);
      void setStep(null);
    },
    [setRunId, setStep],
  );
  const breakpoints = useBreakpointsStore();
  const goOn = useGoOn(runId);
  const testRun = useTestRun({ open, showDock, showRun });
  // What is inside a node is known once the definitions are here.
  const known = useNodeRegistry(within !== undefined) !== undefined;
  const shown = useMemo(() => insideOf(feed, within, known), [feed, within, known]);
  const drawn = useMemo(() => insideOf(at.shown, within, known), [at.shown, within, known]);
  const shownRun = useCallback(() => shown?.store.getState().view ?? null, [shown]);
  const [, setPaletteOpen] = usePaletteOpen();
  const goTo = useCallback(() => setPaletteOpen(true), [setPaletteOpen]);
  const commands: CommandContext = useMemo(
    () => ({ store, ui, view, inside, goTo, testRun, shownRun, breakpoints, goOn }),
    [store, ui, view, inside, goTo, testRun, shownRun, breakpoints, goOn],
  );
  const build = useMemo(
    () => ({ surface, runId, feed, showRun, dockOpen, setDockOpen, autosave }),
    [runId, feed, showRun, dockOpen, setDockOpen, autosave],
  );

  return (
    <RunProvider feed={drawn}>
      <CommandProvider context={commands} active={building}>
        <BuildProvider value={build}>
          <div className="flex h-full min-h-0 flex-col">
            <WholeAgent>
              <TopBar building={building} />
            </WholeAgent>
            <div className="min-h-0 flex-1">{children}</div>
          </div>
          <LitWay />
          <LateDialogs />
        </BuildProvider>
      </CommandProvider>
    </RunProvider>
  );
}

function insideOf(feed: RunFeed | null, within: string | undefined, known: boolean): RunFeed | null {
  if (!feed || within === undefined) return feed;
  return known ? runInside(feed, within) : null;
}
