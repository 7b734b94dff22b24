import { getNodesBounds, getViewportForBounds, type ReactFlowInstance, type Rect } from "@xyflow/react";
import { toPng, toSvg } from "html-to-image";
import type { FlowEdge, FlowNode } from "../flow/flow-types";

const makers = { png: toPng, svg: toSvg };
export type PictureFormat = keyof typeof makers;

const margin = 48;
/** Browsers refuse larger canvases; a graph that is, is drawn smaller. */
const maxSide = 8_000;

/** The whole graph as a picture on the theme's background, without controls. A data URL. */
export async function takePicture(
  flow: ReactFlowInstance<FlowNode, FlowEdge>,
  surface: HTMLElement,
  format: PictureFormat,
): Promise<string> {
  const viewport = surface.querySelector<HTMLElement>(".react-flow__viewport");
  if (!viewport) throw new Error("The canvas is not shown.");
  const bounds = edgesOf(viewport).reduce(around, getNodesBounds(flow.getNodes()));
  const scale = Math.min(1, maxSide / (Math.max(bounds.width, bounds.height) + 2 * margin));
  const width = Math.ceil((bounds.width + 2 * margin) * scale);
  const height = Math.ceil((bounds.height + 2 * margin) * scale);
  const { x, y, zoom } = getViewportForBounds(bounds, width, height, scale, scale, `${margin}px`);
  return makers[format](viewport, {
    includeStyleProperties: drawnProperties(surface),
    width,
    height,
    backgroundColor: getComputedStyle(surface).backgroundColor,
    style: {
      width: `${width}px`,
      height: `${height}px`,
      transform: `translate(${x}px, ${y}px) scale(${zoom})`,
    },
  });
}

/** Where edges are, in the graph's own coordinates: those that lead back run below the nodes. */
function edgesOf(viewport: HTMLElement): Rect[] {
  const paths = viewport.querySelectorAll<SVGPathElement>(".react-flow__edge-path");
  return Array.from(paths, (path) => path.getBBox());
}

function around(one: Rect, other: Rect): Rect {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  const width = Math.max(one.x + one.width, other.x + other.width) - x;
  const height = Math.max(one.y + one.height, other.y + other.height) - y;
  return { x, y, width, height };
}

/** What moves, reacts or says again in other words what another property says: nothing of it is to be seen in a picture. */
const undrawn =
  /^(animation|transition|scroll|overscroll|page|break|offset|perspective|view-transition|timeline|anchor|cursor|caret|touch|user|will-change|orphans|widows|ruby|math|tab-size|resize|contain|speak|hyphen|quotes|reading|interpolate|interactivity|initial-letter|field-sizing|dynamic|buffered|accent|app-region|caption|empty-cells|table|shape|counter|column-(count|fill|rule|span|width)|position-|text-(emphasis|combine)|border-(block|inline|image|start|end)|(margin|padding|inset|min|max)-(block|inline)|(block|inline)-size|-webkit-(?!line-clamp|box-orient|mask|text-fill))/;

/** The CSS properties that are copied to each element of a picture: copying all of them takes twice as long. */
function drawnProperties(surface: HTMLElement): string[] {
  return Array.from(getComputedStyle(surface)).filter((name) => !undrawn.test(name));
}
