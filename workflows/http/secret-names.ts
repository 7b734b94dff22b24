import { parseTemplate } from "@/workflows/expressions/parse-template";

const mention = /\bsecrets\s*\.\s*([A-Za-z_]\w*)/g;

/** Names of workspace secrets that a template asks for as `{{ secrets.NAME }}`, each once. */
export function secretNames(template: string): string[] {
  const sources = parseTemplate(template).parts.flatMap((part) =>
    part.kind === "expression" ? [part.source] : [],
  );
  return [
    ...new Set(sources.flatMap((source) => [...source.matchAll(mention)].map((match) => match[1] ?? ""))),
  ];
}
