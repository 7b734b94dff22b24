"use client";

import { useEffect, useState } from "react";
import { useMe } from "@/components/data/use-me";
import type { GraphDocument } from "@/workflows/graph/document";
import { validate } from "@/workflows/graph/validate/validate";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { type Autosave, createAutosave } from "./autosave";
import { createEditorStore, type EditorStore } from "./editor-store";
import { keepUnsaved } from "./kept-unsaved";
import { outlivesPage, sendDraftOf } from "./send-draft";
import { keepHistory } from "./stored-history";
import { useConfigured } from "./use-configured";
import { keepValidated } from "./validation";

export interface OpenEditor {
  store: EditorStore;
  autosave: Autosave;
}

interface Start {
  agentId: string;
  document: GraphDocument;
  revision: number;
  readOnly: boolean;
}

/** Opens an agent for editing: its state, checked while it changes and saved by itself. */
export function useOpenEditor(start: Start): OpenEditor {
  const { user } = useMe();
  const historyKey = `signalbox.history.${user.id}.${start.agentId}`;
  const unsavedKey = `signalbox.unsaved.${user.id}.${start.agentId}`;
  const [open] = useState(() => {
    const store = createEditorStore(start);
    return { store, autosave: createAutosave(store, sendDraftOf(start.agentId)) };
  });

  useEffect(() => {
    const { store, autosave } = open;
    const stops = [
      autosave.start(),
      saveOnLeave(store, autosave),
      keepHistory(store, historyKey),
      keepUnsaved(store, unsavedKey),
    ];
    return () => {
      void autosave.flush();
      for (const stop of stops) stop();
    };
  }, [open, historyKey, unsavedKey]);

  const configured = useConfigured();
  useEffect(
    () => keepValidated(open.store, (document) => validate(document, nodeDefinitions, configured)),
    [open, configured],
  );
  return open;
}

/** Nothing is lost by leaving: what can be sent is sent, and where it cannot, the browser asks. */
function saveOnLeave(store: EditorStore, autosave: Autosave): () => void {
  const onChance = () => void autosave.flush();
  const onHide = () => autosave.farewell();
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    const { save, inFlight, pending } = store.getState();
    const refused = save.kind === "failed" || save.kind === "stale";
    if (!refused && outlivesPage([...inFlight, ...pending])) return;
    event.preventDefault();
    void autosave.flush();
  };
  window.addEventListener("blur", onChance);
  window.addEventListener("online", onChance);
  window.addEventListener("pagehide", onHide);
  window.addEventListener("beforeunload", onBeforeUnload);
  return () => {
    window.removeEventListener("blur", onChance);
    window.removeEventListener("online", onChance);
    window.removeEventListener("pagehide", onHide);
    window.removeEventListener("beforeunload", onBeforeUnload);
  };
}
