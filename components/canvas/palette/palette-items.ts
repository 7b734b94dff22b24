import { defaultFilter } from "cmdk";
import type { Join } from "@/components/editor/graph/add-node";
import { canJoin } from "@/components/editor/graph/can-join";
import { matches } from "@/components/ui/matches";
import type { NodeDefinition } from "@/workflows/nodes/definition";
import type { NodeCategory } from "@/workflows/nodes/face";
import { nodeDefinitions } from "@/workflows/nodes/registry";

export const categoryTitles: Record<NodeCategory, string> = {
  flow: "Flow",
  model: "Models",
  agent: "Agents",
  human: "People",
  data: "Data",
  tools: "Tools",
  code: "Code",
  safety: "Safety",
};

export interface PaletteGroup {
  title: string;
  items: NodeDefinition[];
}

interface Offer {
  /** There is a Start: a second one is not offered. */
  hasStart: boolean;
  /** What the new node is to be joined to: only what can stand there is offered. */
  join?: Join | undefined;
}

function offered({ hasStart, join }: Offer): NodeDefinition[] {
  return Object.values(nodeDefinitions).filter(
    (definition: NodeDefinition) => !(hasStart && definition.role === "start") && canJoin(definition, join),
  );
}

/** Node types to choose from: those used last, then the others by category in reading order. */
export function paletteGroups(offer: Offer, recent: readonly string[] = []): PaletteGroup[] {
  const types = offered(offer);
  const last = recent.flatMap((type) => types.filter((definition) => definition.type === type));
  const groups = Object.entries(categoryTitles).map(([category, title]) => ({
    title,
    items: types.filter((definition) => definition.category === category && !last.includes(definition)),
  }));
  return [{ title: "Used last", items: last }, ...groups].filter(({ items }) => items.length > 0);
}

/** Those that fit what was typed, best first; among equals the one used last. */
export function paletteMatches(
  offer: Offer,
  search: string,
  recent: readonly string[] = [],
): NodeDefinition[] {
  const rank = (type: string) => (recent.includes(type) ? recent.indexOf(type) : recent.length);
  return offered(offer)
    .map((definition) => ({ definition, score: paletteScore(definition, search) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || rank(a.definition.type) - rank(b.definition.type))
    .map(({ definition }) => definition);
}

/** Below this a fuzzy match is letters that happen to stand in some order. */
const LEAST_FUZZY = 0.01;

/** How well a type fits what was typed, 0 for not at all: its title says more than its synonyms or summary. */
export function paletteScore(definition: NodeDefinition, search: string): number {
  const text = search.trim();
  if (text === "") return 1;
  if (definition.title.toLowerCase().startsWith(text.toLowerCase())) return 1;
  if (definition.synonyms.some((word) => word.toLowerCase() === text.toLowerCase())) return 0.95;
  if (matches(text, definition.title)) return 0.9;
  if (definition.synonyms.some((word) => word.toLowerCase().startsWith(text.toLowerCase()))) return 0.7;
  if (matches(text, ...definition.synonyms)) return 0.6;
  if (matches(text, definition.summary)) return 0.3;
  const fuzzy = Math.max(
    ...[definition.title, ...definition.synonyms].map((name) => defaultFilter(name, text)),
  );
  return fuzzy > LEAST_FUZZY ? fuzzy * 0.25 : 0;
}
