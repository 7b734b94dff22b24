import Link from "next/link";
import { graphName, knownCost, runMs } from "@/components/runs/run-facts";
import { standingOf } from "@/components/runs/run-standing";
import { RunStandingBadge } from "@/components/runs/run-status-badge";
import { shortRunId } from "@/components/runs/short-run-id";
import { formatDuration } from "@/components/ui/format/duration";
import { formatMoney } from "@/components/ui/format/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { deltaWords } from "./deltas";
import { type ComparedRun, type ComparedRuns, type Side, sideNames, sides } from "./side";

interface Total {
  label: string;
  of: (run: ComparedRun) => number | null;
  format: (value: number) => string;
}

const count = (value: number) => value.toLocaleString("en");
const totals: readonly Total[] = [
  { label: "Time", of: ({ run }) => runMs(run, null), format: formatDuration },
  { label: "Cost", of: ({ run }) => knownCost(run.cost), format: formatMoney },
  { label: "Input tokens", of: ({ run }) => run.tokens.input, format: count },
  { label: "of these cached", of: ({ run }) => run.tokens.cached, format: count },
  { label: "Output tokens", of: ({ run }) => run.tokens.output, format: count },
  {
    label: "Node visits",
    of: ({ view }) => view.spans.filter(({ kind }) => kind === "node").length,
    format: count,
  },
  {
    label: "Model calls",
    of: ({ view }) => view.spans.filter(({ kind }) => kind === "model").length,
    format: count,
  },
];

/** Which runs they are, and what each took altogether. */
export function ComparedTotals({ runs }: { runs: ComparedRuns }) {
  return (
    <section aria-labelledby="totals" className="grid min-w-0 gap-2">
      <h2 id="totals" className="font-semibold">
        Altogether
      </h2>
      <div className="grid gap-3 md:grid-cols-2">
        {sides.map((side) => (
          <RunCard key={side} side={side} of={runs[side]} />
        ))}
      </div>
      <div className="overflow-hidden rounded-lg border">
        <table aria-label="Figures of both runs" className="w-full text-sm tabular-nums">
          <thead className="text-left text-muted-foreground text-xs">
            <tr>
              <th className="px-3 py-2 font-medium">Figure</th>
              <th className="px-2 py-2 text-right font-medium">A</th>
              <th className="px-2 py-2 text-right font-medium">B</th>
              <th className="px-2 py-2 text-right font-medium">B against A</th>
            </tr>
          </thead>
          <tbody>
            {totals.map((total) => (
              <TotalRow key={total.label} total={total} runs={runs} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function RunCard({ side, of: { run, view } }: { side: Side; of: ComparedRun }) {
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border bg-card px-3 py-2">
      <span className="inline-flex size-6 items-center justify-center rounded-md bg-accent font-semibold text-xs">
        {sideNames[side]}
      </span>
      <Link href={`/runs/${run.id}`} className="min-w-0 truncate font-medium underline underline-offset-2">
        {`${run.agentName} · run ${shortRunId(run.id)}`}
      </Link>
      <RunStandingBadge run={standingOf(view, run)} />
      <span className="text-muted-foreground text-xs">
        {graphName(run)} · <RelativeTime time={run.createdAt} />
      </span>
    </div>
  );
}

function TotalRow({ total: { label, of, format }, runs }: { total: Total; runs: ComparedRuns }) {
  const [a, b] = [of(runs.a), of(runs.b)];
  const delta = deltaWords(a, b, format);
  const words = (value: number | null) => (value === null ? "unknown" : format(value));
  return (
    <tr className="border-t">
      <th scope="row" className="px-3 py-1.5 text-left font-normal">
        {label}
      </th>
      <td className="px-2 py-1.5 text-right">{words(a)}</td>
      <td className="px-2 py-1.5 text-right">{words(b)}</td>
      <td className="px-2 py-1.5 text-right text-muted-foreground">{delta?.words ?? "same"}</td>
    </tr>
  );
}
