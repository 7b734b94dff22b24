"use client";

import { useEffect, useState } from "react";
import { adding } from "@/components/canvas/gestures/adding";
import { palette } from "@/components/canvas/palette/late-palette";
import { litPaths } from "@/components/canvas/paths/path-view";
import { preloadInspectors } from "@/components/inspector/inspector-code";
import { nodeRegistry } from "@/components/node-types/node-registry";
import { runDock } from "@/components/run/dock/late-run-dock";
import { estimateButton } from "@/components/run/estimate/estimate-code";
import { testRuns } from "@/components/run/use-test-run";
import { afterPicture } from "@/components/ui/first-picture";
import { Late } from "@/components/ui/late";
import { type LateCode, lateCode } from "@/components/ui/late-code";
import { actions } from "./commands/late-actions";
import { findBar } from "./find/find-bar-code";
import { WholeAgent } from "./inside/whole-agent";
import { shownWay } from "./problems/lit-way";
import { problemList } from "./problems/problems-code";
import { useEditor } from "./store/editor-context";
import { useEditorUi } from "./store/editor-ui";

type Dialog = LateCode<object>;
const pin: Dialog = lateCode(async () => (await import("./pins/pin-dialog")).PinDialog);
const trial: Dialog = lateCode(async () => (await import("@/components/run/part/try-dialog")).TryDialog);
const paste: Dialog = lateCode(async () => (await import("./paste/paste-dialog")).PasteDialog);
const publish: Dialog = lateCode(async () => (await import("./publish/publish-dialog")).PublishDialog);
const shortcuts: Dialog = lateCode(async () => (await import("./shortcuts-sheet")).ShortcutsSheet);
const merge: Dialog = lateCode(async () => (await import("./versions/merge/merge-dialog")).MergeDialog);
/** Those first that are used first. */
const all: readonly Pick<Dialog, "preload">[] = [
  nodeRegistry,
  palette,
  adding,
  actions,
  testRuns,
  runDock,
  problemList,
  publish,
  pin,
  trial,
  paste,
  shortcuts,
  merge,
  findBar,
  estimateButton,
  litPaths,
  shownWay,
];

/** The editor's dialogs. Many sittings open none of them, so their code comes once the editor is up. */
export function LateDialogs() {
  useEffect(
    () =>
      afterPicture(() => {
        preloadInspectors();
        for (const code of all) code.preload();
      }),
    [],
  );
  const wanted = {
    pin: useEditorUi((state) => state.pinning !== null),
    trial: useEditorUi((state) => state.trying !== null),
    paste: useEditorUi((state) => state.pasting !== null),
    publish: useEditorUi((state) => state.publish),
    shortcuts: useEditorUi((state) => state.shortcuts),
  };
  return (
    <>
      <LateDialog wanted={wanted.pin} code={pin} />
      <LateDialog wanted={wanted.trial} code={trial} />
      <LateDialog wanted={wanted.paste} code={paste} />
      <WholeAgent>
        <LateDialog wanted={wanted.publish} code={publish} />
        <LateDialog wanted={wanted.shortcuts} code={shortcuts} />
        <LateMerge />
      </WholeAgent>
    </>
  );
}

/** The agent's own draft is what others may have changed, not a subgraph that is shown. */
function LateMerge() {
  const wanted = useEditor((state) => state.stale !== null);
  return <LateDialog wanted={wanted} code={merge} />;
}

/** Stays once it was wanted: a dialog closes with its own movement and gives the focus back. */
function LateDialog({ wanted, code }: { wanted: boolean; code: Dialog }) {
  const [was, setWas] = useState(wanted);
  if (wanted && !was) setWas(true);
  return was ? <Late what="This dialog" code={code} props={{}} /> : null;
}
