"use client";

import { BookOpenText, ChevronRight, Plus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { ListView } from "@/components/data/list-view";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useListState } from "@/components/data/use-list-state";
import { useMe } from "@/components/data/use-me";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { SortSelect } from "@/components/ui/sort-select";
import { listPrompts, type PromptSummary } from "@/lib/api/contract/prompts";
import { NewPromptDialog } from "./new-prompt-dialog";

/** The workspace's prompt library. */
export function PromptsCard() {
  const mayEdit = useMe().can("agent.edit");
  const [adding, setAdding] = useState(false);
  const prompts = useEndpoint(listPrompts, {});
  const list = useListState({
    columns: {
      name: (prompt: PromptSummary) => prompt.name,
      updated: (prompt) => prompt.updatedAt,
    },
    start: { by: "name", direction: "asc" },
    text: (prompt) => [prompt.name, prompt.description, ...prompt.variables],
  });
  const add = mayEdit ? (
    <Button onClick={() => setAdding(true)}>
      <Plus aria-hidden />
      New prompt
    </Button>
  ) : undefined;
  return (
    <Card>
      <CardHeader
        title="Prompts"
        description="Texts that several agents share, with variables, versions and test cases."
        actions={prompts.data?.items.length ? add : undefined}
      />
      <ListView
        bare
        query={prompts}
        list={list}
        noun="prompts"
        tools={<SortSelect sort={list.sort} onSort={list.setSort} options={orders} />}
        empty={
          <EmptyState icon={BookOpenText} title="No prompts yet" action={add} className="py-10">
            Write a text once, with {"{{ names }}"} for what differs, and use it in any agent. Better wording
            then reaches all of them.
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="divide-y">
            {items.map((prompt) => (
              <Item key={prompt.id} prompt={prompt} />
            ))}
          </ul>
        )}
      </ListView>
      {adding ? <NewPromptDialog onClose={() => setAdding(false)} /> : null}
    </Card>
  );
}

const orders = [
  { sort: { by: "name", direction: "asc" }, label: "Name" },
  { sort: { by: "updated", direction: "desc" }, label: "Last changed" },
] as const;

function Item({
  prompt: { id, name, description, version, variables, updatedAt },
}: {
  prompt: PromptSummary;
}) {
  return (
    <li>
      <Link
        href={`/settings/prompts/${id}`}
        className="flex items-center gap-3 px-4 py-3 transition-colors hover:bg-accent focus-visible:outline-offset-[-2px]"
      >
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="break-words font-medium text-sm">{name}</span>
            <Badge>{`v${version}`}</Badge>
          </span>
          {description ? (
            <span className="line-clamp-2 break-words text-muted-foreground text-xs">{description}</span>
          ) : null}
          {variables.length > 0 ? (
            <span className="truncate font-mono text-muted-foreground text-xs">{variables.join(", ")}</span>
          ) : null}
        </span>
        <span className="whitespace-nowrap text-muted-foreground text-xs">
          <RelativeTime time={updatedAt} />
        </span>
        <ChevronRight aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      </Link>
    </li>
  );
}
