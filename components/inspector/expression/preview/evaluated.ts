import { isAppError } from "@/workflows/errors/app-error";
import { evaluate } from "@/workflows/expressions/evaluate";
import { renderTemplate } from "@/workflows/expressions/template";
import type { FieldKind } from "../marked-pieces";
import type { PreviewResult, PreviewState } from "./request";

/** What is shown of a long value. */
const mostChars = 400;
const hidden = "••••••";

/** What a field's text gives over a state, cut to what can be shown. Secrets are never in it. */
export function evaluated(text: string, kind: FieldKind, state: PreviewState): PreviewResult {
  const seen = { ...state, secrets: secretsNamed(text) };
  try {
    const value = kind === "template" ? renderTemplate(text, seen) : JSON.stringify(evaluate(text, seen));
    return { ok: true, value: cut(value) };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { ok: false, problem: error.message.replace(/^The expression “[\s\S]*” failed\. /, "") };
  }
}

/** Every secret that the text names, with dots for its value. */
function secretsNamed(text: string): Record<string, string> {
  const names = [...text.matchAll(/\bsecrets\.(\w+)/g)].flatMap(([, name]) => (name ? [name] : []));
  return Object.fromEntries(names.map((name) => [name, hidden]));
}

function cut(value: string): string {
  return value.length > mostChars ? `${value.slice(0, mostChars)}…` : value;
}
