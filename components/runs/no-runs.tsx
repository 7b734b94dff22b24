import { ListTree } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { FilterValues, ReadFilters } from "./filters/address";
import { runFilters } from "./filters/registry";

interface NoRunsProps {
  filters: FilterValues;
  /** Those that cannot be used hide nothing. */
  wrong: ReadFilters["wrong"];
  agentId: string | undefined;
  onClear: () => void;
}

/** Why there is nothing to see: nothing ran yet, or these filters hide it. */
export function NoRuns({ filters, wrong, agentId, onClear }: NoRunsProps) {
  const set = runFilters.filter(
    ({ keys }) =>
      keys.some((key) => filters[key] !== undefined) && keys.every((key) => wrong[key] === undefined),
  );
  if (set.length > 0) {
    return (
      <EmptyState
        icon={ListTree}
        title="No run matches"
        action={
          <Button onClick={onClear}>{set.length === 1 ? "Clear the filter" : "Clear all filters"}</Button>
        }
      >
        <p>{set.length === 1 ? "This filter hides every run:" : "No run fits all of these at once:"}</p>
        <ul className="mt-1">
          {set.map(({ label, Words }) => (
            <li key={label} className="break-words">
              {label}:{" "}
              <span className="text-foreground">
                <Words values={filters} />
              </span>
            </li>
          ))}
        </ul>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={ListTree}
      title="No runs yet"
      action={
        <Button asChild variant="primary">
          <Link href={agentId ? `/agents/${agentId}` : "/agents"}>
            {agentId ? "Open the graph" : "Open an agent"}
          </Link>
        </Button>
      }
    >
      Every run leaves a trace here: which nodes ran, what the models said, how long it took and what it cost.
      Press Test run in an agent to make the first.
    </EmptyState>
  );
}
