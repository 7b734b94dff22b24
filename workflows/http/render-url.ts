import { type ExpressionState, evaluate } from "@/workflows/expressions/evaluate";
import { parseTemplate } from "@/workflows/expressions/parse-template";
import { textOf } from "@/workflows/expressions/text";

/**
 * A URL template with its values percent-encoded, so that a value from a model or a stranger stays one piece of the
 * path or query. Only an expression at the very beginning goes in as it is: there it names the server.
 */
export function renderUrl(template: string, state: ExpressionState): string {
  const parts = parseTemplate(template.trim()).parts;
  return parts
    .map((part, index) => {
      if (part.kind === "text") return part.text;
      const text = textOf(evaluate(part.source, state));
      return index === 0 ? text : encoded(text);
    })
    .join("");
}

/** `.` and `..` survive percent-encoding but would climb up the path. A text cut inside a character has no encoding. */
function encoded(text: string): string {
  return /^\.{1,2}$/.test(text) ? text.replaceAll(".", "%252E") : encodeURIComponent(text.toWellFormed());
}
