"use client";

import { JsonTree } from "@/components/ui/json-tree/json-tree";
import type { CaseSummary } from "@/lib/api/contract/test-cases";

/** What a case begins with. */
export function TestInput({ item: { case: tried } }: { item: CaseSummary }) {
  return (
    <section aria-label="What it is given" className="grid min-w-0 gap-3">
      <h3 className="font-medium">What it is given</h3>
      <JsonTree value={tried.input} label="Input" />
      {tried.state ? (
        <div className="grid min-w-0 gap-1">
          <p className="text-muted-foreground text-xs">
            The state before, as the conversation had left it when the run began
          </p>
          <JsonTree value={tried.state} label="State before" openDepth={0} />
        </div>
      ) : null}
    </section>
  );
}
