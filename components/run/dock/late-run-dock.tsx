"use client";

import { Late } from "@/components/ui/late";
import { type LateCode, lateCode } from "@/components/ui/late-code";
import { SkeletonRows } from "@/components/ui/skeleton";

export const runDock: LateCode<object> = lateCode(async () => (await import("./run-dock")).RunDock);

/** The run panel, whose timeline, forms and answers come once the graph is drawn. */
export function LateRunDock() {
  return <Late what="The run panel" code={runDock} props={{}} placeholder={<SkeletonRows rows={3} />} />;
}
