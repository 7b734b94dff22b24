"use client";

import { useDeferredValue, useMemo } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { getVersion } from "@/lib/api/contract/agents";
import { compare } from "@/workflows/graph/compare";
import type { GraphDocument } from "@/workflows/graph/document";
import { unionOf } from "@/workflows/graph/union";
import { unfilled } from "@/workflows/prompts/fill";
import { useAgent } from "../../agent-context";
import { useEditor } from "../../store/editor-context";
import { type Change, changesOf } from "../changes/changes";
import type { Side } from "../version-paths";

type SideState =
  | { kind: "loading" }
  | { kind: "failed"; side: Side; error: Error; retry: () => void; retrying: boolean }
  | { kind: "ready"; document: GraphDocument };

export type Comparison =
  | Exclude<SideState, { kind: "ready" }>
  | {
      kind: "ready";
      before: GraphDocument;
      after: GraphDocument;
      /** Both as one drawing. */
      union: GraphDocument;
      changes: readonly Change[];
    };

/** How one graph of the agent differs from another; the draft is taken as it is on this screen. */
export function useComparison(from: Side, to: Side): Comparison {
  const before = useSide(from);
  const after = useSide(to);
  const one = before.kind === "ready" ? before.document : undefined;
  const other = after.kind === "ready" ? after.document : undefined;
  // A draft has no texts of the prompt library in it, as versions do.
  const isDrawn = from === "draft" || to === "draft";
  const result = useMemo(() => {
    if (!one || !other) return null;
    return isDrawn ? compared(unfilled(one), unfilled(other)) : compared(one, other);
  }, [one, other, isDrawn]);
  if (before.kind === "failed") return before;
  if (after.kind === "failed") return after;
  return result ?? { kind: "loading" };
}

/** The graph of one side. */
function useSide(side: Side): SideState {
  const { agent } = useAgent();
  const draft = useDeferredValue(useEditor((state) => state.document));
  const isDraft = side === "draft";
  const { data, error, refetch, isFetching } = useEndpoint(
    getVersion,
    { params: { id: agent.id, number: isDraft ? 1 : side } },
    { enabled: !isDraft },
  );
  if (isDraft) return { kind: "ready", document: draft };
  if (data) return { kind: "ready", document: data.document };
  if (!error) return { kind: "loading" };
  return { kind: "failed", side, error, retry: () => void refetch(), retrying: isFetching };
}

function compared(before: GraphDocument, after: GraphDocument): Comparison {
  const comparison = compare(before, after);
  const union = unionOf(before, after, comparison);
  return { kind: "ready", before, after, union, changes: changesOf(comparison, union) };
}
