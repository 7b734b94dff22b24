"use client";

import { useEditor } from "@/components/editor/store/editor-context";
import { pinnedNames, useConfigured } from "@/components/editor/store/use-configured";
import { type AgentSignature, isCallable, type KnownAgent, signatureOf } from "@/workflows/graph/known-agent";
import { useFormScope } from "../../form-scope";
import { asText } from "../control-props";

export interface CalledAgent {
  /** As the node names it; empty: none is chosen. */
  slug: string;
  version: number | undefined;
  /** undefined: the workspace has none of that name, or it is not known yet. */
  agent: KnownAgent | undefined;
  /** What it takes and gives, where it can be called. */
  signature: AgentSignature | undefined;
}

/** The agent that the node of this form calls. */
export function useCalledAgent(): CalledAgent {
  const { nodeId } = useFormScope();
  const config = useEditor((state) => state.document.nodes[nodeId]?.config);
  const slug = asText(config?.slug);
  const version = typeof config?.version === "number" ? config.version : undefined;
  const pinned = slug && version !== undefined ? pinnedNames([{ slug, version }]) : "";
  const agent = useConfigured(pinned)?.agents.find((known) => known.slug === slug);
  const signature = agent && isCallable(agent) ? signatureOf(agent, version) : undefined;
  return { slug, version, agent, signature };
}
