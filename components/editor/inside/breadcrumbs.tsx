"use client";

import { ChevronRight } from "lucide-react";
import { Fragment } from "react";
import { useStore } from "zustand";
import type { GraphDocument } from "@/workflows/graph/document";
import { around, splitAddress } from "@/workflows/graph/node-address";
import { graphAt } from "@/workflows/graph/operations/inside-node";
import { useAgent } from "../agent-context";
import { useInside } from "./inside-context";

/** Where the graph on the canvas stands: the agent, and the subgraphs one went into. */
export function Breadcrumbs() {
  const { agent } = useAgent();
  const { within, goTo, agent: store } = useInside();
  const titles = useStore(store, ({ document }) => (within === undefined ? "" : trailOf(document, within)));
  if (within === undefined) return null;
  const addresses = [...around(within).toReversed(), within];
  return (
    <nav
      aria-label="Place in the graph"
      className="absolute top-3 left-3 z-10 flex max-w-[calc(100%-1.5rem)] items-center gap-0.5 rounded-lg border bg-card px-1 py-0.5 text-sm"
    >
      <Crumb title={agent.name} onClick={() => goTo(undefined)} />
      {titles.split("\n").map((title, index) => (
        <Fragment key={addresses[index]}>
          <ChevronRight aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
          {addresses[index] === within ? (
            <span aria-current="page" className="min-w-0 truncate px-1.5 py-0.5 font-medium">
              {title}
            </span>
          ) : (
            <Crumb title={title} onClick={() => goTo(addresses[index])} />
          )}
        </Fragment>
      ))}
    </nav>
  );
}

function Crumb({ title, onClick }: { title: string; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="min-h-7 min-w-0 truncate rounded-md px-1.5 text-muted-foreground hover:bg-accent hover:text-foreground pointer-coarse:min-h-11"
    >
      {title}
    </button>
  );
}

/** The titles of the subgraphs, outermost first, one a line: a text stays the same as long as they do. */
function trailOf(document: GraphDocument, within: string): string {
  return [...around(within).toReversed(), within]
    .map((address) => {
      const { within: outer, id } = splitAddress(address);
      const graph = graphAt(document, outer?.split("/") ?? []);
      return (graph?.nodes[id]?.title ?? id).replaceAll("\n", " ");
    })
    .join("\n");
}
