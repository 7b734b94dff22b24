"use client";

import { useEffect, useState } from "react";
import { useMe } from "@/components/data/use-me";
import { afterPicture } from "@/components/ui/first-picture";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Card } from "@/workflows/nodes/card";
import { seedCards } from "../graph/cards";
import { type Autosave, createAutosave } from "./autosave";
import { dropMalformed } from "./drop-malformed";
import { createEditorStore, type EditorStore } from "./editor-store";
import { keepUnsaved, unsavedKey } from "./kept-unsaved";
import { shapes } from "./late-shapes";
import { outlivesPage, sendDraftOf } from "./send-draft";
import { keepHistory } from "./stored-history";

export interface OpenEditor {
  store: EditorStore;
  autosave: Autosave;
}

interface Start {
  agentId: string;
  document: GraphDocument;
  /** What the server read off its nodes. */
  cards: Readonly<Record<string, Card>> | undefined;
  revision: number;
  readOnly: boolean;
}

/** Opens an agent for editing: its state, saved by itself. */
export function useOpenEditor(start: Start): OpenEditor {
  const { user } = useMe();
  const historyKey = `signalbox.history.${user.id}.${start.agentId}`;
  const keptKey = unsavedKey(user.id, start.agentId);
  const [open] = useState(() => {
    seedCards(start.document, start.cards ?? {});
    const store = createEditorStore(start);
    return { store, autosave: createAutosave(store, sendDraftOf(start.agentId)) };
  });

  useEffect(() => {
    const { store, autosave } = open;
    const stops = [
      autosave.start(),
      saveOnLeave(store, autosave),
      keepHistory(store, historyKey),
      keepUnsaved(store, keptKey),
      afterPicture(
        () =>
          void shapes.load().then(
            () => dropMalformed(store),
            () => {},
          ),
      ),
    ];
    return () => {
      void autosave.flush();
      for (const stop of stops) stop();
    };
  }, [open, historyKey, keptKey]);

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
