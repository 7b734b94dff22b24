import type { FlowEdge, FlowNode } from "../flow/flow-types";

/** Edges that are drawn as one path. Kept small, so that a change paints only where it is. */
const PER_PATH = 100;
const cardWidth = 216;

export interface FarPath {
  key: string;
  stroke: string;
  d: string;
}

interface Drawn {
  nodes: readonly FlowNode[];
  edges: readonly FlowEdge[];
  /** How far below its upper edge the port of a node lies. */
  portAt: (nodeId: string, port: string) => number;
  strokeOf: (edge: FlowEdge) => string;
}

/** All edges of a graph as few paths, each of one colour. */
export function farPaths({ nodes, edges, portAt, strokeOf }: Drawn): FarPath[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const paths = new Map<string, FarPath>();
  edges.forEach((edge, index) => {
    const source = byId.get(edge.source);
    const target = byId.get(edge.target);
    if (!source || !target) return;
    const stroke = strokeOf(edge);
    const key = `${Math.floor(index / PER_PATH)} ${stroke}`;
    const path = paths.get(key) ?? { key, stroke, d: "" };
    path.d += curve(edge, source, target, portAt);
    paths.set(key, path);
  });
  return [...paths.values()];
}

function curve(edge: FlowEdge, source: FlowNode, target: FlowNode, portAt: Drawn["portAt"]): string {
  const x1 = source.position.x + (source.measured?.width ?? cardWidth);
  const y1 = source.position.y + portAt(source.id, edge.sourceHandle ?? "out");
  const { x, y } = target.position;
  if (edge.type === "loop") {
    const x2 = x + (target.measured?.width ?? cardWidth) / 2;
    const y2 = y + (target.measured?.height ?? 0);
    const floor = Math.max(y1, y2) + 120;
    return `M${x1},${y1}C${x1 + 120},${floor} ${x2},${floor} ${x2},${y2}`;
  }
  const y2 = y + portAt(target.id, "");
  const bend = Math.max(40, Math.abs(x - x1) / 2);
  return `M${x1},${y1}C${x1 + bend},${y1} ${x - bend},${y2} ${x},${y2}`;
}
