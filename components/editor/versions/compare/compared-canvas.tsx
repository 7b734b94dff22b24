"use client";

import { useMemo } from "react";
import { edgeTypes, nodeTypes } from "@/components/canvas/flow/flow-parts";
import { StillCanvas, StillGraph } from "@/components/canvas/still-canvas";
import { nothingSelected, selectEdge, selectNodes } from "@/components/editor/store/selection";
import type { GraphDocument } from "@/workflows/graph/document";
import { kindLooks } from "../changes/change-words";
import type { Change } from "../changes/changes";
import { ComparedLink, ComparedLoop } from "./compared-edges";
import { ComparedCard, ComparedPill } from "./compared-nodes";
import { MarkedProvider, markedOf } from "./marked";
import { Reveal } from "./reveal";

const parts = {
  nodeTypes: { ...nodeTypes, card: ComparedCard, pill: ComparedPill },
  edgeTypes: { ...edgeTypes, link: ComparedLink, loop: ComparedLoop },
};

interface ComparedCanvasProps {
  union: GraphDocument;
  changes: readonly Change[];
  /** The change that is read; shown in the middle once somebody chose it. */
  chosen: Change | undefined;
  /** Moves the view to what is chosen. */
  follow: boolean;
  onChoose: (key: string) => void;
}

/** Both graphs as one drawing: what is new, what is gone, and what is different, each by colour, sign and word. */
export function ComparedCanvas({ union, changes, chosen, follow, onChoose }: ComparedCanvasProps) {
  const marked = useMemo(() => markedOf(changes), [changes]);
  const clearEdges = useMemo(() => new Set(marked.edges.keys()), [marked]);
  const selection = useMemo(() => {
    if (chosen?.part === "node") return selectNodes([chosen.id]);
    return chosen?.part === "edge" ? selectEdge(chosen.id) : nothingSelected;
  }, [chosen]);
  const wordOf = useMemo(
    () => (nodeId: string) => {
      const kind = marked.nodes.get(nodeId);
      return kind ? kindLooks[kind].word : "unchanged";
    },
    [marked],
  );
  return (
    <MarkedProvider value={marked}>
      <StillGraph document={union} selection={selection}>
        <StillCanvas
          label="Both graphs"
          parts={parts}
          clearEdges={clearEdges}
          wordOf={wordOf}
          onSelectNode={(id) => onChoose(`node:${id}`)}
          onSelectEdge={(id) => onChoose(`edge:${id}`)}
        />
        {follow && chosen ? <Reveal change={chosen} /> : null}
      </StillGraph>
    </MarkedProvider>
  );
}
