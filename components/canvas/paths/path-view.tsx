"use client";

import { Late } from "@/components/ui/late";
import { lateCode } from "@/components/ui/late-code";
import { usePathAddress } from "./use-path-address";
import { usePathNode } from "./use-path-node";

export const litPaths = lateCode(async () => (await import("./lit-paths")).LitPaths);

/** While the path view is on, lights what runs around its node. */
export function PathView() {
  const nodeId = usePathNode();
  usePathAddress(nodeId);
  return nodeId === undefined ? null : <Late code={litPaths} props={{ nodeId }} />;
}
