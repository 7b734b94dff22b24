"use client";

import { type ReactFlowState, useStore } from "@xyflow/react";
import { createContext, useContext, useEffect, useState } from "react";
import { useEditor } from "@/components/editor/store/editor-context";
import { useEditorUi } from "@/components/editor/store/editor-ui";
import { pictureShown } from "@/components/ui/first-picture";

/** A graph with more nodes than this is drawn where it is seen, and from afar in outline. */
const MANY = 150;
/** Below this zoom not even a title can be read. */
const FAR_ZOOM = 0.25;

const FarContext = createContext(false);

/** Tells cards that they are seen from afar. */
export const FarProvider = FarContext;

export function useFar(): boolean {
  return useContext(FarContext);
}

export interface Detail {
  /** Only what is in view is drawn. */
  many: boolean;
  /** Cards are outlines, and edges one drawing. */
  far: boolean;
}

/** How much of a graph is worth drawing. Until it has its place, which needs all sizes, outlines do. */
export function useDetail(): Detail {
  const posing = useEditorUi((state) => state.posing);
  const many = useEditor((state) => Object.keys(state.document.nodes).length > MANY) && !posing;
  const tiny = useStore((state) => state.transform[2] < FAR_ZOOM);
  const inPlace = useStore(isInPlace);
  const [placed, setPlaced] = useState(false);
  if (inPlace && !placed) setPlaced(true);
  const empty = useEditor((state) => Object.keys(state.document.nodes).length === 0);
  useEffect(() => {
    // One frame later it is on the screen.
    if (placed || empty) requestAnimationFrame(pictureShown);
  }, [placed, empty]);
  return { many, far: many && (tiny || !placed) };
}

const isInPlace = ({ nodesInitialized, fitViewQueued }: ReactFlowState) => nodesInitialized && !fitViewQueued;
