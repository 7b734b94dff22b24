"use client";

import { useEditor } from "@/components/editor/store/editor-context";
import { ErrorState } from "@/components/ui/error-state";
import { plural } from "@/components/ui/format/count";
import type { Estimate } from "@/workflows/estimate/estimate";
import { useEstimate } from "./estimate-context";
import { HeatChoice } from "./heat-choice";
import { measureLooks, measures } from "./measures";

/** The figures of the estimate, what they leave out, and where on the graph they come from. */
export function EstimateDetails() {
  const state = useEstimate();
  if (state.kind === "loading") return null;
  if (state.kind === "failed")
    return <ErrorState title="The estimate could not be loaded" error={state.error} onRetry={state.retry} />;
  if (state.kind === "none") {
    return (
      <div className="grid gap-1">
        <h3 className="font-medium">No history yet</h3>
        <p className="text-muted-foreground text-xs">
          Once a run of this agent has succeeded, you see here what the next one will probably take: time,
          tokens and cost, for the whole graph and for each node.
        </p>
      </div>
    );
  }
  const { estimate, runs } = state;
  return (
    <div className="grid gap-3">
      <div className="grid gap-0.5">
        <h3 className="font-medium">Before you run</h3>
        <p className="text-muted-foreground text-xs">
          {`From the last ${runs === 1 ? "successful run" : `${runs} successful runs`}. Waiting for people is not counted.`}
        </p>
      </div>
      <Figures estimate={estimate} />
      <LeftOut estimate={estimate} />
      <HeatChoice />
    </div>
  );
}

function Figures({ estimate }: { estimate: Estimate }) {
  return (
    <table className="w-full text-sm tabular-nums">
      <thead className="text-muted-foreground text-xs">
        <tr>
          <td />
          <th scope="col" className="py-1 text-right font-normal" title="Half of all runs stay below">
            Typical (p50)
          </th>
          <th scope="col" className="py-1 text-right font-normal" title="19 of 20 runs stay below">
            High (p95)
          </th>
        </tr>
      </thead>
      <tbody className="divide-y border-t">
        {measures.map((measure) => {
          const { label, format } = measureLooks[measure];
          return (
            <tr key={measure}>
              <th scope="row" className="py-1 text-left font-normal">
                {label}
              </th>
              <td className="py-1 text-right">{format(estimate[measure].p50)}</td>
              <td className="py-1 text-right">{format(estimate[measure].p95)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const NAMED = 3;

function LeftOut({ estimate: { unknown, unpriced, repeating } }: { estimate: Estimate }) {
  const nodes = useEditor((state) => state.document.nodes);
  const named = (ids: readonly string[]) => {
    const titles = ids.slice(0, NAMED).map((id) => nodes[id]?.title ?? id);
    return ids.length > NAMED ? `${titles.join(", ")} and ${ids.length - NAMED} more` : titles.join(", ");
  };
  if (unknown.length + unpriced.length + repeating.length === 0) return null;
  return (
    <div className="grid gap-1 text-muted-foreground text-xs">
      {unknown.length > 0 ? (
        <p>{`Leaves out ${plural(unknown.length, "node")} without history: ${named(unknown)}.`}</p>
      ) : null}
      {repeating.length > 0 ? (
        <p>{`Nobody knows yet how long the list of ${named(repeating)} will be: it is taken to be as long as in those runs.`}</p>
      ) : null}
      {unpriced.length > 0 ? (
        <p>{`The cost leaves out calls without a known price at ${named(unpriced)}.`}</p>
      ) : null}
    </div>
  );
}
