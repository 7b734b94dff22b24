"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { useState } from "react";
import type { Join } from "@/components/editor/graph/add-node";
import type { NodeDefinition } from "@/workflows/nodes/definition";
import { definitionOf } from "@/workflows/nodes/registry";
import { PaletteItem } from "./palette-item";
import { type PaletteGroup, paletteGroups, paletteMatches } from "./palette-items";
import { type Pattern, patternMatches } from "./pattern";
import { PatternItem, patternValue } from "./pattern-item";
import { PatternPreview } from "./pattern-preview";
import { TypePreview } from "./type-preview";

const groupLook =
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-muted-foreground";

interface PaletteListProps {
  hasStart: boolean;
  join?: Join | undefined;
  /** What the new node will be joined to, in words. */
  place?: string | undefined;
  recent: readonly string[];
  patterns: readonly Pattern[];
  onChoose: (type: string) => void;
  onChoosePattern: (pattern: Pattern) => void;
  /** An item is being dragged out of the list, or no longer is. */
  onDragging?: (dragging: boolean) => void;
}

/** Node types and patterns to search and choose with the keyboard; beside them what the marked one does. */
export function PaletteList({
  hasStart,
  join,
  place,
  recent,
  patterns,
  onChoose,
  onChoosePattern,
  onDragging,
}: PaletteListProps) {
  const [search, setSearch] = useState("");
  const groups: PaletteGroup[] =
    search.trim() === ""
      ? paletteGroups({ hasStart, join }, recent)
      : [{ title: "", items: paletteMatches({ hasStart, join }, search, recent) }];
  const found = patternMatches(patterns, search);
  const values = [
    ...groups.flatMap(({ items }) => items.map(({ type }) => type)),
    ...found.map(({ template }) => patternValue(template.id)),
  ];
  const [chosen, setMarked] = useState("");
  const marked = values.includes(chosen) ? chosen : (values[0] ?? "");
  const definition: NodeDefinition | undefined = definitionOf(marked);
  const pattern = found.find(({ template }) => patternValue(template.id) === marked);
  return (
    <Command
      label="Add a node"
      shouldFilter={false}
      value={marked}
      onValueChange={setMarked}
      className="flex min-h-0 flex-col"
    >
      <div className="flex h-10 shrink-0 items-center gap-2 border-b px-3 pointer-coarse:h-12">
        <Search aria-hidden className="size-4 text-muted-foreground" />
        <Command.Input
          autoFocus
          value={search}
          onValueChange={(text) => {
            setSearch(text);
            setMarked("");
          }}
          placeholder="Search nodes"
          className="h-full min-w-0 flex-1 bg-transparent text-sm outline-none"
        />
        {place ? <span className="max-w-56 truncate text-muted-foreground text-xs">{place}</span> : null}
      </div>
      <div className="grid min-h-0 sm:h-80 sm:grid-cols-[minmax(0,1fr)_14rem]">
        <Command.List className="min-h-0 overflow-y-auto p-1">
          <Command.Empty className="px-3 py-6 text-center text-muted-foreground text-sm">
            No node does that. Try “if”, “approve” or “request”.
          </Command.Empty>
          {groups.map(({ title, items }) => (
            <Command.Group key={title} heading={title || undefined} className={groupLook}>
              {items.map((each) => (
                <PaletteItem key={each.type} definition={each} onChoose={onChoose} onDragging={onDragging} />
              ))}
            </Command.Group>
          ))}
          {found.length > 0 ? (
            <Command.Group heading="Patterns of several nodes" className={groupLook}>
              {found.map((each) => (
                <PatternItem key={each.template.id} pattern={each} onChoose={onChoosePattern} />
              ))}
            </Command.Group>
          ) : null}
        </Command.List>
        <aside
          aria-label="What it does"
          className="min-h-0 overflow-y-auto border-l bg-muted/40 max-sm:hidden"
        >
          {definition ? <TypePreview definition={definition} /> : null}
          {pattern ? <PatternPreview pattern={pattern} /> : null}
        </aside>
      </div>
    </Command>
  );
}
