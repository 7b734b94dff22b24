"use client";

import { useEffect } from "react";
import { useSetMarks } from "../marks/use-marks";
import { pathMarks } from "./path-marks";
import { useAround } from "./use-around";

/** Lights what runs around a node. */
export function LitPaths({ nodeId }: { nodeId: string }) {
  const around = useAround(nodeId);
  const setMarks = useSetMarks();
  useEffect(() => setMarks("paths", pathMarks(nodeId, around)), [setMarks, nodeId, around]);
  useEffect(() => () => setMarks("paths", undefined), [setMarks]);
  return null;
}
