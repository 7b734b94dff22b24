"use client";

import { useEffect } from "react";
import { useEditorUi } from "@/components/editor/store/editor-ui";
import { useEstimate } from "@/components/run/estimate/estimate-context";
import { useSetMarks } from "../marks/use-marks";
import { usePathNode } from "../paths/use-path-node";
import { heatMarks } from "./heat-marks";

/** While heat is on, lights every node by what a run will probably spend there; the path view comes before it. */
export function HeatView() {
  const chosen = useEditorUi((state) => state.heat);
  const measure = usePathNode() === undefined ? chosen : null;
  const state = useEstimate();
  const found = state.kind === "known" ? state.shown : null;
  const setMarks = useSetMarks();
  useEffect(() => {
    setMarks("heat", measure && found ? heatMarks(found, measure) : undefined);
  }, [setMarks, measure, found]);
  useEffect(() => () => setMarks("heat", undefined), [setMarks]);
  return null;
}
