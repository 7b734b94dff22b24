"use client";

import { Late } from "@/components/ui/late";
import { lateCode } from "@/components/ui/late-code";

const code = lateCode<object>(async () => (await import("./dock-steps")).DockSteps);

/** Comes with the first run that is shown; its place is kept, so that nothing moves. */
export function LateDockSteps() {
  return (
    <Late code={code} props={{}} what="The steps" placeholder={<div className="h-11 border-t bg-card" />} />
  );
}
