"use client";

import { useCallback, useRef } from "react";
import { useEditorStore } from "@/components/editor/store/editor-context";
import type { CompletionScope } from "@/workflows/expressions/complete/completion";
import type { Shapes } from "@/workflows/expressions/types/value-type";
import { withSeen } from "@/workflows/expressions/types/with-seen";
import { namesAt } from "@/workflows/graph/analysis/channels-at";
import { shapesOf } from "@/workflows/graph/analysis/shapes";
import type { GraphDocument } from "@/workflows/graph/document";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { useFormScope } from "../form-scope";
import { usePreviewSource } from "./preview/preview-source";
import type { PreviewState } from "./preview/request";
import { useSecretNames } from "./use-secret-names";

const none: readonly string[] = [];
const nothingSeen: PreviewState = {};

/**
 * What expressions of the open node can name, asked for when somebody writes: worked out once for each state of the
 * document, and not at all while nobody asks.
 */
export function useNames(names: readonly string[] = none): () => CompletionScope {
  const store = useEditorStore();
  const { nodeId } = useFormScope();
  const secrets = useSecretNames(names.includes("secrets"));
  const seen = usePreviewSource()?.state ?? nothingSeen;
  const kept = useRef<{
    document: GraphDocument;
    seen: PreviewState;
    secrets: Shapes;
    scope: CompletionScope;
  } | null>(null);
  return useCallback(() => {
    const { document } = store.getState();
    const { current } = kept;
    if (current?.document === document && current.seen === seen && current.secrets === secrets)
      return current.scope;
    const found = namesAt(document, nodeDefinitions, nodeId);
    const shapes = withSeen(shapesOf(document, nodeDefinitions), seen);
    const scope = { ...found, shapes: { ...shapes, ...secrets }, names };
    kept.current = { document, seen, secrets, scope };
    return scope;
  }, [store, nodeId, names, seen, secrets]);
}
