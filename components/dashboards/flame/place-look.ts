import { Bot, Globe, type LucideIcon, Sparkles, Workflow, Wrench } from "lucide-react";
import type { Tint } from "@/components/ui/tint";
import type { Flame } from "@/lib/api/contract/dashboards";
import type { FlameNode } from "@/workflows/figures/flame";
import type { Place, PlaceKind } from "@/workflows/figures/place";
import { nodeTitle } from "@/workflows/nodes/node-title";
import type { FlameMeasure } from "../use-dashboard-address";

interface PlaceLook {
  word: string;
  tint: Tint;
  icon: LucideIcon;
}

export const placeLooks: Record<PlaceKind, PlaceLook> = {
  node: { word: "Node", tint: "flow", icon: Workflow },
  model: { word: "Model call", tint: "model", icon: Sparkles },
  tool: { word: "Tool call", tint: "tools", icon: Wrench },
  http: { word: "HTTP call", tint: "data", icon: Globe },
  agent: { word: "Called agent", tint: "agent", icon: Bot },
};

/** What people call a place. */
export function placeTitle(
  { kind, name }: Place,
  { document, agents }: Pick<Flame, "document" | "agents">,
): string {
  if (kind === "node") return nodeTitle(document, name);
  if (kind === "model") return name.slice(name.indexOf("/") + 1);
  if (kind === "agent") return agents[name] ?? "Deleted agent";
  return name;
}

export const widthOf = ({ msWidth, microsWidth }: FlameNode, by: FlameMeasure): number =>
  by === "time" ? msWidth : microsWidth;
