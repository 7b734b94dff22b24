"use client";

import { Play } from "lucide-react";
import { useDeferredValue } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useMe } from "@/components/data/use-me";
import { runStatusWords } from "@/components/runs/run-status-words";
import { shortRunId } from "@/components/runs/short-run-id";
import { listRuns } from "@/lib/api/contract/runs";
import { Entry, Group } from "./palette-entry";

/** Runs that are offered at once. */
const MOST = 6;
/** Shorter words are in nearly every run. */
const LEAST = 3;

/** The newest runs; with words typed, those that have them in input, output or id. */
export function RunEntries({ search, go }: { search: string; go: (href: string) => void }) {
  const { can } = useMe();
  const asked = useDeferredValue(search);
  const text = asked.length >= LEAST ? { text: asked } : {};
  const { data } = useEndpoint(
    listRuns,
    { query: { limit: MOST, ...text } },
    { enabled: can("run.read"), keepPrevious: true },
  );
  const { data: newest } = useEndpoint(listRuns, { query: { limit: MOST } }, { enabled: can("run.read") });
  const found = new Map([...(newest?.items ?? []), ...(data?.items ?? [])].map((run) => [run.id, run]));
  const answers = new Set(text.text === undefined ? [] : data?.items.map(({ id }) => id));
  return (
    <Group title="Runs">
      {[...found.values()].map(({ id, agentName, status }) => (
        <Entry
          key={id}
          id={id}
          label={`${agentName}, run ${shortRunId(id)}`}
          words={answers.has(id) ? [id, asked] : [id]}
          icon={Play}
          keys={runStatusWords[status]}
          onSelect={() => go(`/runs/${id}`)}
        />
      ))}
    </Group>
  );
}
