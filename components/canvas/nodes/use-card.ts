"use client";

import { useUpdateNodeInternals } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { cardPorts } from "@/components/editor/graph/card-ports";
import { useEditor } from "@/components/editor/store/editor-context";
import { issuesOfNode } from "@/components/editor/store/issues";
import type { Node } from "@/workflows/graph/node";
import { definitionOf } from "@/workflows/nodes/registry";

/** Everything a card shows of its node, read by id. */
export function useCard(nodeId: string) {
  const node = useEditor((state) => state.document.nodes[nodeId]);
  const ports = useEditor((state) => cardPorts(state.document, nodeId));
  const issues = useEditor((state) => issuesOfNode(state.issues, nodeId));
  const definition = node && definitionOf(node.type);
  const { line, writes } = shortText(node);

  const update = useUpdateNodeInternals();
  const measuredFor = useRef(ports);
  useEffect(() => {
    // React Flow measures a card when it appears. Told too early, it would fit the view to that one card.
    if (measuredFor.current === ports) return;
    measuredFor.current = ports;
    update(nodeId);
  }, [update, nodeId, ports]);

  return { node, definition, ports, issues, line, writes };
}

interface ShortText {
  line: string;
  writes: string[];
}

const nothing: ShortText = { line: "", writes: [] };
const known = new WeakMap<Node, ShortText>();

/** Made once for each node: cards come and go with the view. */
function shortText(node: Node | undefined): ShortText {
  if (!node) return nothing;
  const text = known.get(node) ?? makeShortText(node);
  known.set(node, text);
  return text;
}

/** The type with its key setting, and the channels written; as much as a half-typed config gives. */
function makeShortText(node: Node): ShortText {
  const definition = definitionOf(node.type);
  if (!definition) return { line: `Unknown type “${node.type}”`, writes: [] };
  const config = definition.config.safeParse(node.config);
  if (!config.success) return { line: definition.title, writes: [] };
  const setting = definition.describe(config.data).trim();
  const same = setting === "" || setting === definition.title;
  return {
    line: same ? definition.title : `${definition.title} · ${setting}`,
    writes: [...new Set(definition.writes(config.data).map((write) => write.channel))],
  };
}
