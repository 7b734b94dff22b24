"use client";

import Link from "next/link";
import { useDeferredValue, useMemo } from "react";
import { useEditor } from "@/components/editor/store/editor-context";
import { compare, isSame } from "@/workflows/graph/compare";
import { unfilled } from "@/workflows/prompts/fill";
import { useRun } from "../store/run-context";

/** Says that the graph on the canvas is not the one that ran, with the way to that one. */
export function ChangedSinceRun() {
  const runId = useRun((state) => state?.runId);
  const asRun = useRun((state) => state?.document ?? null);
  const draft = useDeferredValue(useEditor((state) => state.document));
  const same = useMemo(
    () => asRun === null || isSame(compare(unfilled(asRun), unfilled(draft))),
    [asRun, draft],
  );
  if (same || !runId) return null;
  return (
    <span className="text-muted-foreground text-xs">
      Changed since.{" "}
      <Link href={`/runs/${runId}`} className="underline underline-offset-2">
        See the graph as it ran
      </Link>
    </span>
  );
}
