"use client";

import { Equal } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { sameJson } from "@/workflows/graph/same-json";
import type { Change } from "../changes/changes";
import { ChangeDetail } from "./change-detail";
import { ChangeNav } from "./change-nav";
import { ComparedCanvas } from "./compared-canvas";
import type { Comparison } from "./use-comparison";

interface CompareViewProps {
  comparison: Extract<Comparison, { kind: "ready" }>;
  chosen: Change | undefined;
  /** Somebody chose it: the canvas goes there. */
  follow: boolean;
  onChoose: (key: string) => void;
  onStep: (by: 1 | -1) => void;
}

/** List, drawing and detail beside each other; below each other on a phone, the list first. */
export function CompareView({ comparison, chosen, follow, onChoose, onStep }: CompareViewProps) {
  const { before, after, union, changes } = comparison;
  return (
    <div className="flex min-h-0 flex-1 max-lg:flex-col">
      <div className="min-h-0 shrink-0 overflow-y-auto border-r bg-background max-lg:max-h-72 max-lg:border-r-0 max-lg:border-b lg:w-64">
        {changes.length > 0 ? (
          <ChangeNav changes={changes} chosen={chosen} onChoose={onChoose} onStep={onStep} />
        ) : (
          <EmptyState icon={Equal} title="No differences" className="py-8 lg:py-14">
            {sameJson(before.layout, after.layout)
              ? "Both are the same graph."
              : "Both do the same. Only places, groups or notes on the canvas are not the same."}
          </EmptyState>
        )}
      </div>
      <div className="relative min-h-0 min-w-0 flex-1 max-lg:order-last max-lg:h-96 max-lg:flex-none">
        <ComparedCanvas union={union} changes={changes} chosen={chosen} follow={follow} onChoose={onChoose} />
      </div>
      {chosen ? (
        <aside
          aria-label="Chosen change"
          className="min-h-0 shrink-0 overflow-y-auto border-l bg-background max-lg:border-b max-lg:border-l-0 lg:w-96"
        >
          <ChangeDetail change={chosen} nodes={union.nodes} />
        </aside>
      ) : null}
    </div>
  );
}
