"use client";

import { parseAsString, useQueryState } from "nuqs";
import { type ReactNode, useCallback, useMemo, useRef } from "react";
import { z } from "zod";
import { useCanvasView } from "@/components/canvas/use-canvas-view";
import { useMe } from "@/components/data/use-me";
import { useRunFeed } from "@/components/realtime/use-run-feed";
import { TryDialog } from "@/components/run/part/try-dialog";
import { RunProvider } from "@/components/run/store/run-context";
import { useTestRun } from "@/components/run/use-test-run";
import { usePaletteOpen } from "@/components/shell/command-palette/command-source";
import { TopBar } from "./bar/top-bar";
import { BuildProvider } from "./build-context";
import type { CommandContext } from "./commands/command";
import { CommandProvider } from "./commands/use-commands";
import { useInside } from "./inside/inside-context";
import { runInside } from "./inside/inside-run";
import { WholeAgent } from "./inside/whole-agent";
import { useRemembered } from "./panels/use-remembered";
import { PasteDialog } from "./paste/paste-dialog";
import { PinDialog } from "./pins/pin-dialog";
import { LitWay } from "./problems/lit-way";
import { PublishDialog } from "./publish/publish-dialog";
import { ShortcutsSheet } from "./shortcuts-sheet";
import { useEditorStore } from "./store/editor-context";
import { useEditorUiStore } from "./store/editor-ui";
import type { OpenEditor } from "./store/use-open-editor";
import { MergeDialog } from "./versions/merge/merge-dialog";

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
  const [dockOpen, setDockOpen] = useRemembered(`signalbox.dock.${user.id}`, z.boolean(), true);

  const showDock = useCallback(() => {
    setDockOpen(true);
    ui.setState({ dockTab: "run", runSheet: { run: runId, open: true } });
  }, [setDockOpen, ui, runId]);
  const showRun = useCallback((id: string | null) => void setRunId(id), [setRunId]);
  const testRun = useTestRun({ open, showDock, showRun });
  const shown = useMemo(
    () => (feed && within !== undefined ? runInside(feed, within) : feed),
    [feed, within],
  );
  const shownRun = useCallback(() => shown?.store.getState().view ?? null, [shown]);
  const [, setPaletteOpen] = usePaletteOpen();
  const goTo = useCallback(() => setPaletteOpen(true), [setPaletteOpen]);
  const commands: CommandContext = useMemo(
    () => ({ store, ui, view, inside, goTo, testRun, shownRun }),
    [store, ui, view, inside, goTo, testRun, shownRun],
  );
  const build = useMemo(
    () => ({ surface, runId, feed, showRun, dockOpen, setDockOpen, autosave }),
    [runId, feed, showRun, dockOpen, setDockOpen, autosave],
  );

  return (
    <RunProvider feed={shown}>
      <CommandProvider context={commands} active={building}>
        <BuildProvider value={build}>
          <div className="flex h-full min-h-0 flex-col">
            <WholeAgent>
              <TopBar building={building} />
            </WholeAgent>
            <div className="min-h-0 flex-1">{children}</div>
          </div>
          <LitWay />
          <PinDialog />
          <TryDialog />
          <PasteDialog />
          <WholeAgent>
            <PublishDialog />
            <ShortcutsSheet />
            <MergeDialog />
          </WholeAgent>
        </BuildProvider>
      </CommandProvider>
    </RunProvider>
  );
}
