import { pathText } from "@/workflows/figures/place";
import type { DashboardValues } from "./use-dashboard-address";

/**
 * The flame view with a node chosen, which names its longest and dearest visits.
 * @param node its address: those of the nodes around it, with slashes between them
 */
export function visitsHref(values: DashboardValues, agent: string, node: string): string {
  const { range, from, to, source } = values;
  const version = agent === values.agent ? values.version : null;
  const parts = node.split("/");
  const path = parts.map((_, at) => ({ kind: "node" as const, name: parts.slice(0, at + 1).join("/") }));
  const all = { view: "flame", range, from, to, agent, version, source, place: pathText(path) };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(all)) if (value !== null) query.set(name, String(value));
  return `/dashboards?${query}`;
}
