"use client";

import { Wrench } from "lucide-react";
import { ListView } from "@/components/data/list-view";
import { useListState } from "@/components/data/use-list-state";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { SourceTool } from "../items";
import { ToolItem } from "./tool-item";

export function ToolsCard({ tools }: { tools: readonly SourceTool[] }) {
  const list = useListState({
    columns: { name: (tool: SourceTool) => `${tool.group} ${tool.name}` },
    start: { by: "name", direction: "asc" },
    text: (tool) => [tool.name, tool.title, tool.key, tool.group],
  });
  const query = { data: { items: tools }, error: null, isFetching: false, refetch: () => undefined };
  return (
    <Card>
      <CardHeader title="Tools" description="What agents can use, as it was approved." />
      <ListView
        bare
        query={query}
        list={list}
        noun="tools"
        empty={
          <EmptyState icon={Wrench} title="No tools are chosen" className="py-10">
            Choose some of what the source has.
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="divide-y">
            {items.map((tool) => (
              <ToolItem key={tool.id} tool={tool} />
            ))}
          </ul>
        )}
      </ListView>
    </Card>
  );
}
