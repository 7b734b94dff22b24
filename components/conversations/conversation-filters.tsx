"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { AgentSelect } from "@/components/filters/agent-select";
import { AnySelect } from "@/components/filters/any-select";
import { SourceSelect } from "@/components/filters/source-select";
import { sources } from "@/components/runs/run-facts";
import { SearchField } from "@/components/ui/search-field";
import { threadStatuses, threadStatusWords } from "./thread-status";

const said = ["up", "down", "comment"] as const;
const saidWords = { up: "Thumbs up", down: "Thumbs down", comment: "With a comment" } as const;
const saidOptions = said.map((what) => ({ value: what, label: saidWords[what] }));
const statusOptions = threadStatuses.map((status) => ({
  value: status,
  label: threadStatusWords[status].label,
}));

/** Filters of the list of conversations; they live in the address. */
export function useConversationFilters() {
  return useQueryStates({
    status: parseAsStringLiteral(threadStatuses),
    source: parseAsStringLiteral(sources),
    agent: parseAsString,
    person: parseAsString,
    said: parseAsStringLiteral(said),
    text: parseAsString.withDefault("").withOptions({ throttleMs: 300 }),
  });
}
export type ConversationFilters = ReturnType<typeof useConversationFilters>;

interface ConversationFilterBarProps {
  filters: ConversationFilters;
  members: readonly { userId: string; name: string }[];
}

export function ConversationFilterBar({ filters: [values, set], members }: ConversationFilterBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField
        label="Search title or id"
        value={values.text}
        onValueChange={(text) => void set({ text: text || null })}
        className="min-w-52 flex-1 max-sm:basis-full sm:max-w-72"
      />
      <AgentSelect value={values.agent} onChoose={(agent) => void set({ agent })} />
      <AnySelect
        aria-label="Person"
        any="Everybody"
        value={values.person}
        options={[
          { value: "visitors", label: "Visitors" },
          ...members.map(({ userId, name }) => ({ value: userId, label: name })),
        ]}
        onChoose={(person) => void set({ person })}
        className="max-w-48"
      />
      <SourceSelect
        aria-label="Started from"
        value={values.source}
        onChoose={(source) => void set({ source })}
      />
      <AnySelect
        aria-label="Status"
        any="Any status"
        value={values.status}
        options={statusOptions}
        onChoose={(status) => void set({ status })}
      />
      <AnySelect
        aria-label="Feedback"
        any="Any feedback"
        value={values.said}
        options={saidOptions}
        onChoose={(what) => void set({ said: what })}
      />
    </div>
  );
}
