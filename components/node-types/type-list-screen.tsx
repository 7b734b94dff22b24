"use client";

import { SearchX } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { paletteGroups, paletteMatches } from "@/components/canvas/palette/palette-items";
import { Page } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { SearchField } from "@/components/ui/search-field";
import type { NodeDefinition } from "@/workflows/nodes/definition";
import { TypeCard } from "./type-card";

const everything = { hasStart: false };

/** Every node type by category, and found by what it is for. */
export function TypeListScreen() {
  const [search, setSearch] = useQueryState("search", parseAsString.withDefault(""));
  const found = paletteMatches(everything, search);
  return (
    <Page>
      <PageHeader
        title="Node types"
        description="What a graph can be made of: when to use each type, its settings, and an example to start from."
      />
      <SearchField
        label="Search node types"
        value={search}
        onValueChange={(text) => void setSearch(text || null)}
        className="sm:max-w-72"
      />
      {search.trim() === "" ? (
        paletteGroups(everything).map(({ title, items }) => (
          <section key={title} aria-label={title} className="grid gap-2">
            <h2 className="font-medium text-muted-foreground text-xs">{title}</h2>
            <TypeGrid types={items} />
          </section>
        ))
      ) : found.length > 0 ? (
        <TypeGrid types={found} />
      ) : (
        <EmptyState
          icon={SearchX}
          title={`Nothing matches “${search}”`}
          action={<Button onClick={() => void setSearch(null)}>Clear search</Button>}
        >
          Try what the node should do, such as “if”, “approve” or “request”.
        </EmptyState>
      )}
    </Page>
  );
}

function TypeGrid({ types }: { types: readonly NodeDefinition[] }) {
  return (
    <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
      {types.map((definition) => (
        <li key={definition.type}>
          <TypeCard definition={definition} />
        </li>
      ))}
    </ul>
  );
}
