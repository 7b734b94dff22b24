import { parseExpression } from "./parse";
import { parseTemplate } from "./parse-template";

/** Channels an expression reads, each once, in reading order; none where it does not parse. */
export function expressionChannels(text: string): string[] {
  const result = parseExpression(text);
  return result.ok ? [...new Set(result.value.roots.map(({ name }) => name))] : [];
}

/** Channels the expressions of a template read, each once, in reading order. */
export function templateChannels(text: string): string[] {
  const sources = parseTemplate(text).parts.flatMap((part) =>
    part.kind === "expression" ? expressionChannels(part.source) : [],
  );
  return [...new Set(sources)];
}
