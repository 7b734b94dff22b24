"use client";

import { useEffect } from "react";
import { useStore } from "zustand";
import { pinnedCalls } from "@/workflows/graph/pinned-calls";
import { validate } from "@/workflows/graph/validate/validate";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { someArePlain } from "../graph/cards";
import type { EditorStore } from "./editor-store";
import { pinnedNames, useConfigured } from "./use-configured";
import { keepValidated } from "./validation";

/** Checks the open agent while it changes, against what the workspace has set up. Nothing of it is seen here. */
export function DraftChecks({ store }: { store: EditorStore }) {
  useEffect(() => {
    // What somebody else added in the meantime was drawn by its type alone.
    if (someArePlain()) store.setState(({ document }) => ({ document: { ...document } }));
  }, [store]);
  const pinned = useStore(store, ({ document }) => pinnedNames(pinnedCalls(document, nodeDefinitions)));
  const configured = useConfigured(pinned);
  useEffect(
    () => keepValidated(store, (document) => validate(document, nodeDefinitions, configured)),
    [store, configured],
  );
  return null;
}
