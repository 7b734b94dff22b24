"use client";

import { ChevronRight, Plus, SquareCode } from "lucide-react";
import Link from "next/link";
import { ListView } from "@/components/data/list-view";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useListState } from "@/components/data/use-list-state";
import { useMe } from "@/components/data/use-me";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Status } from "@/components/ui/status";
import { listCodeTools } from "@/lib/api/contract/code-tools";
import type { SourceTool } from "../items";
import { effectWords, stateWords } from "../words";

/** The tools that the workspace wrote itself. */
export function CodeToolsCard() {
  const mayWrite = useMe().can("tool.write");
  const tools = useEndpoint(listCodeTools, {});
  const list = useListState({
    columns: { name: (tool: SourceTool) => tool.name },
    start: { by: "name", direction: "asc" },
    text: (tool) => [tool.name, tool.description],
  });
  const add = mayWrite ? (
    <Button asChild>
      <Link href="/settings/tools/code/new">
        <Plus aria-hidden />
        New tool
      </Link>
    </Button>
  ) : undefined;
  return (
    <Card>
      <CardHeader
        title="Tools in code"
        description="JavaScript of your own with versions and tests, for all agents of the workspace."
        actions={tools.data?.items.length ? add : undefined}
      />
      <ListView
        bare
        query={tools}
        list={list}
        noun="tools in code"
        empty={
          <EmptyState icon={SquareCode} title="No tools in code yet" action={add} className="py-10">
            Write a function: its arguments are what models give, its result is what they get.
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="divide-y">
            {items.map((tool) => (
              <Item key={tool.id} tool={tool} />
            ))}
          </ul>
        )}
      </ListView>
    </Card>
  );
}

function Item({ tool }: { tool: SourceTool }) {
  const state = stateWords[tool.state];
  return (
    <li>
      <Link
        href={`/settings/tools/code/${tool.id}`}
        className="flex items-center gap-3 px-4 py-3 transition-colors hover:bg-accent focus-visible:outline-offset-[-2px]"
      >
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="break-all font-medium font-mono text-xs">{tool.name}</span>
            <Badge>{`v${tool.version}`}</Badge>
            <Badge>{effectWords[tool.effect].label}</Badge>
          </span>
          <span className="line-clamp-2 break-words text-muted-foreground text-xs">{tool.description}</span>
        </span>
        <Status tone={state.tone} label={state.label} className="text-xs" />
        <ChevronRight aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      </Link>
    </li>
  );
}
