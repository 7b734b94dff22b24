"use client";

import { Late } from "@/components/ui/late";
import { lateCode } from "@/components/ui/late-code";
import { useRun } from "../store/run-context";
import { openStop } from "./open-stop";

const code = lateCode<object>(async () => (await import("./stop-panel")).StopPanel);

/** Most runs stop nowhere: the panel's code comes with the first that does. */
export function LateStopPanel() {
  const stops = useRun((state) => openStop(state?.view) !== undefined);
  return stops ? <Late code={code} props={{}} what="The breakpoint" /> : null;
}
