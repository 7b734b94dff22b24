import { getNodesBounds, getViewportForBounds, type ReactFlowInstance } from "@xyflow/react";
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
  const bounds = getNodesBounds(flow.getNodes());
  const scale = Math.min(1, maxSide / (Math.max(bounds.width, bounds.height) + 2 * margin));
  const width = Math.ceil((bounds.width + 2 * margin) * scale);
  const height = Math.ceil((bounds.height + 2 * margin) * scale);
  const { x, y, zoom } = getViewportForBounds(bounds, width, height, scale, scale, `${margin}px`);
  return makers[format](viewport, {
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
