"use client";

import { useEffect, useMemo } from "react";
import { heatMark } from "@/components/canvas/heat/heat-marks";
import { useSetMarks } from "@/components/canvas/marks/use-marks";
import { StillCanvas, StillGraph } from "@/components/canvas/still-canvas";
import { nothingSelected, selectNodes } from "@/components/editor/store/selection";
import { formatDuration } from "@/components/ui/format/duration";
import { formatMoney } from "@/components/ui/format/money";
import type { Flame } from "@/lib/api/contract/dashboards";
import { pathText, readPath } from "@/workflows/figures/place";
import type { FlameMeasure } from "../use-dashboard-address";
import { widthOf } from "./place-look";

interface HeatGraphProps {
  flame: Flame;
  by: FlameMeasure;
  selected: string | null;
  onSelect: (path: string) => void;
}

/** The agent's graph, each node with what was spent there, the warmer the more. */
export function HeatGraph({ flame, by, selected, onSelect }: HeatGraphProps) {
  const [outermost] = (selected && readPath(selected)) || [];
  const nodeId = outermost?.kind === "node" ? outermost.name : undefined;
  const selection = useMemo(() => (nodeId === undefined ? nothingSelected : selectNodes([nodeId])), [nodeId]);
  return (
    <div className="relative h-80 overflow-hidden rounded-md border">
      <StillGraph document={flame.document} selection={selection}>
        <Heat flame={flame} by={by} />
        <StillCanvas
          label="The graph with what was spent at each node"
          onSelectNode={(id) => onSelect(pathText([{ kind: "node", name: id }]))}
        />
      </StillGraph>
    </div>
  );
}

function Heat({ flame: { places, document }, by }: Pick<HeatGraphProps, "flame" | "by">) {
  const setMarks = useSetMarks();
  useEffect(() => {
    const all = places.reduce((sum, node) => sum + widthOf(node, by), 0);
    const spent = new Map(places.map((node) => [node.place.name, widthOf(node, by)]));
    const format = by === "time" ? formatDuration : formatMoney;
    const nodes = Object.keys(document.nodes).flatMap((id) => {
      const amount = spent.get(id) ?? 0;
      return amount > 0 ? [[id, heatMark(format(amount), amount / all)] as const] : [];
    });
    setMarks("heat", { nodes: new Map(nodes), dimOthers: false });
  }, [setMarks, places, document, by]);
  useEffect(() => () => setMarks("heat", undefined), [setMarks]);
  return null;
}
