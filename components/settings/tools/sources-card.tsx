"use client";

import { PlugZap, Plus } from "lucide-react";
import { useState } from "react";
import { ListView } from "@/components/data/list-view";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useListState } from "@/components/data/use-list-state";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { listSources } from "@/lib/api/contract/tools";
import { ImportDialog } from "./import/import-dialog";
import type { Source } from "./items";
import { SourceItem } from "./source-item";

/** Where imported tools come from. */
export function SourcesCard() {
  const mayManage = useMe().can("tool.manage");
  const [adding, setAdding] = useState(false);
  const sources = useEndpoint(listSources, {});
  const list = useListState({
    columns: { name: (source: Source) => source.name },
    start: { by: "name", direction: "asc" },
    text: (source) => [source.name, source.address],
  });
  const add = mayManage ? (
    <Button onClick={() => setAdding(true)}>
      <Plus aria-hidden />
      Import tools
    </Button>
  ) : undefined;
  return (
    <Card>
      <CardHeader
        title="Tool sources"
        description="Agents use what is imported here as tools. What its source changes later is refused until somebody approves it."
        actions={sources.data?.items.length ? add : undefined}
      />
      <ListView
        bare
        query={sources}
        list={list}
        noun="tool sources"
        empty={
          <EmptyState icon={PlugZap} title="No tools imported yet" action={add} className="py-10">
            Import the description of an API: each operation that you choose becomes a tool with typed
            arguments.
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="divide-y">
            {items.map((source) => (
              <SourceItem key={source.id} source={source} />
            ))}
          </ul>
        )}
      </ListView>
      {mayManage ? <ImportDialog open={adding} onOpenChange={setAdding} /> : null}
    </Card>
  );
}
