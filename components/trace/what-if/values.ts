import type { Span } from "@/workflows/events/run-view";
import type { GraphDocument } from "@/workflows/graph/document";
import { graphInside } from "@/workflows/graph/inside";
import { splitAddress } from "@/workflows/graph/node-address";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import type { Changed } from "./apply-changes";

/** The form: figures as people type them. */
export interface Values {
  contents: string[];
  model: string;
  temperature: string;
  maxTokens: string;
  times: string;
}

interface Offered {
  reference: string;
  model: string;
  provider: string;
}

/** The model that was asked: as the node names it, or as the workspace offers it where the node names a slot. */
export function referenceOf(span: Span, document: GraphDocument, offered: readonly Offered[]): string {
  const { within, id } = splitAddress(span.nodeId ?? "");
  const named = graphInside(document, within, nodeDefinitions)?.nodes[id]?.config.model;
  if (typeof named === "string" && named.endsWith(`/${span.name}`)) return named;
  const same = offered.filter(({ model, provider }) => model === span.name && provider === span.provider);
  return same[0]?.reference ?? (typeof named === "string" ? named : "");
}

export function valuesOf(span: Span, model: string): Values {
  const settings = span.request?.settings ?? {};
  return {
    contents: (span.messages ?? []).map(({ content }) => content),
    model,
    temperature: figure(settings.temperature),
    maxTokens: figure(settings.max_tokens ?? settings.maxTokens ?? settings.max_completion_tokens),
    times: "1",
  };
}

/** What is to be asked; tool calls and their ids stay as they were. */
export function askedWith(span: Span, values: Values): Changed & { times: number } {
  const temperature = numberIn(values.temperature);
  const maxTokens = numberIn(values.maxTokens);
  return {
    model: values.model,
    messages: (span.messages ?? []).map((message, index) => ({
      ...message,
      content: values.contents[index] ?? message.content,
    })),
    ...(temperature !== undefined && { temperature }),
    ...(maxTokens !== undefined && { maxTokens }),
    times: numberIn(values.times) ?? 1,
  };
}

function figure(value: unknown): string {
  return typeof value === "number" ? String(value) : "";
}

function numberIn(text: string): number | undefined {
  return text.trim() === "" ? undefined : Number(text);
}
