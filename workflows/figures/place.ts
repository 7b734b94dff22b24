import type { Span } from "@/workflows/events/run-view";

/** Kinds of places of a graph where time and money go. */
export const placeKinds = ["node", "model", "tool", "http", "agent"] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** One place, as it is called within the place around it: a node by its address, a model by provider and name. */
export interface Place {
  kind: PlaceKind;
  name: string;
}

const longestName = 120;
const deepest = 8;

/** Where a span stands; undefined: it is an entry of a list, and what it holds belongs to what is around it. */
export function placeOf(span: Span): Place | undefined {
  const place = (kind: PlaceKind, name: string): Place => ({ kind, name: name.slice(0, longestName) });
  switch (span.kind) {
    case "item":
      return undefined;
    case "node":
      return place("node", span.nodeId ?? span.name);
    case "model":
      return place("model", `${span.provider ?? ""}/${span.name}`);
    case "run":
      return place("agent", span.run?.agentId ?? span.name);
    case "http":
      return place("http", hostOf(span));
    case "tool":
      return place("tool", span.name);
  }
}

/** Addresses with their paths are as many as there are calls. */
function hostOf({ http, name }: Span): string {
  const url = http && URL.parse(http.request.url);
  return url ? url.host : name;
}

/** Places from the outermost one to a span; what stands deeper than is told apart counts where that ends. */
export function pathsOf(spans: readonly Span[]): Map<string, Place[]> {
  const paths = new Map<string, Place[]>();
  const byId = new Map(spans.map((span) => [span.id, span]));
  const find = (span: Span, below: number): Place[] => {
    const known = paths.get(span.id);
    if (known) return known;
    const parent = span.parentId === undefined || below > spans.length ? undefined : byId.get(span.parentId);
    const around = parent ? find(parent, below + 1) : [];
    const place = placeOf(span);
    const path = place && around.length < deepest ? [...around, place] : around;
    paths.set(span.id, path);
    return path;
  };
  for (const span of spans) find(span, 0);
  return paths;
}

/** A path as text, by which it is stored and named in addresses. */
export function pathText(path: readonly Place[]): string {
  return JSON.stringify(path.map(({ kind, name }) => `${kind}:${name}`));
}

/** @returns undefined for what is no path */
export function readPath(text: string): Place[] | undefined {
  const parts = parsed(text);
  if (!Array.isArray(parts) || parts.length === 0) return undefined;
  const places = parts.map((part: unknown): Place | undefined => {
    if (typeof part !== "string") return undefined;
    const at = part.indexOf(":");
    const kind = placeKinds.find((known) => known === part.slice(0, at));
    return kind && { kind, name: part.slice(at + 1) };
  });
  return places.every((place) => place !== undefined) ? places : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
