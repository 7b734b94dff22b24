"use client";

import { useEndpoint } from "@/components/data/use-endpoint";
import { Badge } from "@/components/ui/badge";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { getRunState } from "@/lib/api/contract/runs";
import type { RunView } from "@/workflows/events/run-view";
import { ProblemNotice } from "../detail/problem-notice";
import { sizeWords } from "../files/size-words";
import { stateChanges } from "../state/state-changes";
import { ComparedValue } from "./compared-value";
import { type ComparedRun, type ComparedRuns, sideNames, sides } from "./side";

/** What both were given and came to: input, output, and the state at the end, channel by channel. */
export function ComparedResults({ runs }: { runs: ComparedRuns }) {
  const { a, b } = runs;
  return (
    <section aria-labelledby="results" className="grid min-w-0 gap-4">
      <h2 id="results" className="font-semibold">
        What they came to
      </h2>
      {sides.map((side) => {
        const problem = runs[side].view.problem;
        return problem ? (
          <ProblemNotice key={side} problem={problem} title={`${sideNames[side]} failed`} />
        ) : null;
      })}
      <Part title="Input" part="input" a={a.view} b={b.view} />
      <Part title="Output" part="output" a={a.view} b={b.view} />
      <EndStates runs={runs} />
    </section>
  );
}

interface PartProps {
  title: string;
  part: "input" | "output";
  a: RunView;
  b: RunView;
}

function Part({ title, part, a, b }: PartProps) {
  const large = Math.max(a.left?.[part]?.chars ?? 0, b.left?.[part]?.chars ?? 0);
  if (large === 0 && a[part] === undefined && b[part] === undefined) return null;
  return (
    <div className="grid min-w-0 gap-1">
      <h3 className="font-medium text-muted-foreground text-xs">{title}</h3>
      {large > 0 ? (
        <p className="text-sm">{`Up to ${sizeWords(large)}: too long to compare here. Open both runs to read it.`}</p>
      ) : (
        <ComparedValue a={a[part]} b={b[part]} />
      )}
    </div>
  );
}

function EndStates({ runs }: { runs: ComparedRuns }) {
  const a = useEndState(runs.a);
  const b = useEndState(runs.b);
  if (!a.asked || !b.asked) return null;
  const failed = [a, b].find(({ error }) => error);
  if (failed?.error) {
    return (
      <ErrorState
        title="The states at the end could not be loaded"
        error={failed.error}
        onRetry={failed.retry}
      />
    );
  }
  if (!a.values || !b.values) return <SkeletonRows rows={3} label="Loading the states at the end" />;
  const changes = stateChanges(a.values, b.values);
  const differing = changes.filter(({ kind }) => kind !== "same");
  return (
    <div className="grid min-w-0 gap-2">
      <h3 className="font-medium text-muted-foreground text-xs">State at the end</h3>
      <p className="text-sm">{stateWords(differing.length, changes.length)}</p>
      <ul className="grid min-w-0 gap-3">
        {differing.map(({ channel, kind, before, after }) => (
          <li key={channel} className="grid min-w-0 gap-1">
            <p className="flex items-center gap-2">
              <span className="font-mono text-xs">{channel}</span>
              {kind === "changed" ? null : <Badge>{kind === "added" ? "only in B" : "only in A"}</Badge>}
            </p>
            <ComparedValue a={before} b={after} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function stateWords(differing: number, all: number): string {
  if (differing === 0) return all === 0 ? "Both states are empty." : `All ${all} channels are the same.`;
  return `${differing} of ${all} channels differ.`;
}

function useEndState({ run, view }: ComparedRun) {
  const checkpointId = view.checkpoints.at(-1)?.checkpointId;
  const state = useEndpoint(
    getRunState,
    { params: { id: run.id, checkpointId: checkpointId ?? "" } },
    { enabled: checkpointId !== undefined },
  );
  return {
    asked: checkpointId !== undefined,
    values: state.data?.values,
    error: state.error,
    retry: () => void state.refetch(),
  };
}
