"use client";

import { Late } from "@/components/ui/late";
import { lateCode } from "@/components/ui/late-code";
import type { ForkDialogProps } from "./fork-dialog";

const code = lateCode<ForkDialogProps>(async () => (await import("./fork-dialog")).ForkDialog);

/** Few look at a run to change its course: the dialog's code comes when it is opened. */
export function LateForkDialog(props: ForkDialogProps) {
  return <Late code={code} props={props} what="This dialog" />;
}
