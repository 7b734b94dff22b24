import type { CallToolResult } from "@modelcontextprotocol/client";
import { AppError } from "@/workflows/errors/app-error";

/** More than a model can make something of. */
const longest = 200_000;

/** What a tool answered, as a text for the model. @throws AppError tool_failed where the tool says that it failed */
export function answerText({ content, structuredContent, isError }: CallToolResult): string {
  const said = content.map(blockText).filter(Boolean).join("\n\n");
  const text = (said || (structuredContent ? JSON.stringify(structuredContent) : "")).slice(0, longest);
  if (isError) throw new AppError("tool_failed", text || "The tool failed and did not say why.");
  return text || "The tool answered with nothing.";
}

/** What of a piece of content a model can read. */
export function blockText(block: CallToolResult["content"][number]): string {
  switch (block.type) {
    case "text":
      return block.text;
    case "image":
    case "audio":
      return `[${block.type}, ${block.mimeType}]`;
    case "resource":
      return "text" in block.resource ? block.resource.text : `[file, ${block.resource.uri}]`;
    case "resource_link":
      return `[${block.name}](${block.uri})`;
  }
}
