import { written } from "@/workflows/data/limits";
import type { ExpressionState } from "@/workflows/expressions/evaluate";
import { renderTemplate } from "@/workflows/expressions/template";

interface TemplateSettings {
  text: string;
  output?: string | undefined;
  trim: boolean;
}

/** The text with its values filled in. @throws AppError */
export function filled({ text, output, trim }: TemplateSettings, state: ExpressionState) {
  const made = renderTemplate(text, state);
  return { update: written([[output, trim ? made.trim() : made]]) };
}
