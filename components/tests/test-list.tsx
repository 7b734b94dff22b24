"use client";

import { Play, Square } from "lucide-react";
import { parseAsString, parseAsStringLiteral, useQueryState, useQueryStates } from "nuqs";
import { type ReactNode, useId, useState } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useMe } from "@/components/data/use-me";
import { AnySelect } from "@/components/filters/any-select";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { plural } from "@/components/ui/format/count";
import { Label } from "@/components/ui/label";
import { SearchField } from "@/components/ui/search-field";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { Switch } from "@/components/ui/switch";
import { type CaseSummary, listCases } from "@/lib/api/contract/test-cases";
import { narrowed, type Outcome, outcomeOf, outcomes } from "./narrow";
import { NoTests } from "./no-tests";
import { TestCard } from "./test-card";
import { TestLines } from "./test-lines";
import { TestsRequired } from "./tests-required";
import { useTrials } from "./use-trials";

/** So many are seen at a glance. */
const fewest = 5;
const outcomeWords: Record<Outcome, string> = {
  failed: "Failed",
  passed: "Passed",
  untried: "Not run on this draft",
};
const outcomeOptions = outcomes.map((outcome) => ({ value: outcome, label: outcomeWords[outcome] }));

/** The cases of an agent: how each came out on the draft, and all that is done with them. */
export function TestList({ agentId }: { agentId: string }) {
  const { data, error, refetch } = useEndpoint(listCases, { params: { id: agentId } });
  const [opened, open] = useQueryState("case", parseAsString);
  const [{ text, outcome }, set] = useQueryStates({
    text: parseAsString.withDefault("").withOptions({ throttleMs: 300 }),
    outcome: parseAsStringLiteral(outcomes),
  });
  const [live, setLive] = useState(false);
  const trials = useTrials(live ? "live" : "mocked");
  const { can } = useMe();
  const liveId = useId();
  if (error) return <ErrorState title="The tests could not be loaded" error={error} onRetry={refetch} />;
  if (!data) return <SkeletonRows rows={4} label="Loading the tests" />;
  const { items, required } = data;
  const fitting = new Set(narrowed(items, { text, outcome }));
  // What somebody looks at, or waits for, stays where it is.
  const shown = items.filter(
    (item) => fitting.has(item) || item.id === opened || trials.running.has(item.id),
  );
  if (items.length === 0) return <NoTests agentId={agentId} />;
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="mr-auto">
          <Tally items={items} running={trials.running} round={trials.round} />
        </div>
        {can("run.create") ? (
          <span className="inline-flex min-h-8 items-center gap-2">
            <Switch
              id={liveId}
              checked={live}
              onCheckedChange={setLive}
              aria-describedby={`${liveId}-help`}
            />
            <Label htmlFor={liveId}>Call the world outside</Label>
          </span>
        ) : null}
        <span className="flex flex-wrap gap-2">
          <TestLines agentId={agentId} hasCases />
          {can("run.create") ? (
            trials.round ? (
              <Button onClick={trials.stop}>
                <Square aria-hidden />
                Stop after this one
              </Button>
            ) : (
              <Button variant="primary" onClick={() => void trials.tryAll(items)}>
                <Play aria-hidden />
                {items.length === 1 ? "Run the test" : `Run all ${items.length}`}
              </Button>
            )
          ) : null}
        </span>
        {live ? (
          <p id={`${liveId}-help`} className="w-full text-muted-foreground text-xs">
            Models, tools and addresses are called and paid for; recorded results are left aside.
          </p>
        ) : null}
      </div>
      {items.length > fewest || text || outcome ? (
        <div className="flex flex-wrap items-center gap-2">
          <SearchField
            label="Search tests"
            value={text}
            onValueChange={(next) => void set({ text: next || null })}
            className="min-w-52 flex-1 sm:max-w-72"
          />
          <AnySelect
            aria-label="Outcome"
            any="All tests"
            options={outcomeOptions}
            value={outcome}
            onChoose={(next) => void set({ outcome: next })}
          />
        </div>
      ) : null}
      {shown.length === 0 ? <p className="text-muted-foreground text-sm">No test fits this search.</p> : null}
      <ul className="grid grid-cols-1 gap-2">
        {shown.map((item) => (
          <li key={item.id} className="min-w-0">
            <TestCard
              item={item}
              open={opened === item.id}
              onOpen={(isOpen) => void open(isOpen ? item.id : null)}
              running={trials.running.has(item.id)}
              onRun={() => void trials.tryOne(item)}
            />
          </li>
        ))}
      </ul>
      <TestsRequired agentId={agentId} required={required} />
    </div>
  );
}

/** How many passed, failed and are to be run, on the draft as it is; those under way are none of these. */
function Tally({
  items,
  running,
  round,
}: {
  items: readonly CaseSummary[];
  running: ReadonlySet<string>;
  round: { done: number; of: number } | undefined;
}) {
  const still = items.filter(({ id }) => !running.has(id));
  const count = (outcome: Outcome) => still.filter((item) => outcomeOf(item) === outcome).length;
  const passed = count("passed");
  const failed = count("failed");
  const rest = count("untried");
  const parts: ReactNode[] = [];
  if (passed > 0) parts.push(<Status key="passed" tone="done" label={`${passed} passed`} />);
  if (failed > 0) parts.push(<Status key="failed" tone="failed" label={`${failed} failed`} />);
  if (rest > 0) parts.push(<Status key="rest" tone="neutral" label={`${rest} not run on this draft`} />);
  return (
    <p role="status" className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1">
      {round ? <span>{`Running ${round.done + 1} of ${round.of}…`}</span> : null}
      {parts}
      <span className="sr-only">{plural(items.length, "test")}</span>
    </p>
  );
}
