import type { Tone } from "@/components/ui/tone";
import type { changedParts, Effect, ImportKind } from "@/lib/api/contract/tools";
import type { ToolState } from "@/workflows/graph/configured";

/** Each kind of tool source in the words of its screens. */
export const kindWords: Record<ImportKind, { title: string; summary: string; address: string }> = {
  openapi: {
    title: "API description",
    summary: "An OpenAPI 3.0 or 3.1 description, from an address or pasted. Its operations become tools.",
    address: "Base URL",
  },
  mcp: {
    title: "MCP server",
    summary:
      "A server that speaks the Model Context Protocol: over Streamable HTTP, 2025 or 2026 revisions, or a command that the operator named.",
    address: "Address of the server",
  },
};

export const effectWords: Record<Effect, { label: string; help: string }> = {
  read: { label: "Reads", help: "Changes nothing." },
  repeatable: { label: "Writes", help: "Called again, it changes nothing more." },
  act: { label: "Acts", help: "Acts each time it is called. After a crash in the middle a person is asked." },
};

export const stateWords: Record<ToolState, { label: string; tone: Tone }> = {
  ready: { label: "Ready", tone: "done" },
  changed: { label: "Changed", tone: "waiting" },
  gone: { label: "Gone", tone: "failed" },
  off: { label: "Off", tone: "neutral" },
};

export const partWords: Record<(typeof changedParts)[number], string> = {
  description: "description",
  arguments: "arguments",
  effect: "what it does",
  call: "how it is called",
};
