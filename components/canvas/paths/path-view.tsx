"use client";

import { useEffect } from "react";
import { useSetMarks } from "../marks/use-marks";
import { pathMarks } from "./path-marks";
import { useAround } from "./use-around";
import { usePathAddress } from "./use-path-address";
import { usePathNode } from "./use-path-node";

/** While the path view is on, lights what runs around its node. */
export function PathView() {
  const nodeId = usePathNode();
  usePathAddress(nodeId);
  return nodeId === undefined ? null : <Lit nodeId={nodeId} />;
}

function Lit({ nodeId }: { nodeId: string }) {
  const around = useAround(nodeId);
  const setMarks = useSetMarks();
  useEffect(() => setMarks("paths", pathMarks(nodeId, around)), [setMarks, nodeId, around]);
  useEffect(() => () => setMarks("paths", undefined), [setMarks]);
  return null;
}
