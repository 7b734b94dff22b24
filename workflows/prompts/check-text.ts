import { checkTemplate } from "@/workflows/expressions/check";
import { parseTemplate } from "@/workflows/expressions/parse-template";
import type { ExpressionProblem } from "@/workflows/expressions/problem";
import { isReservedName } from "@/workflows/expressions/roots";
import type { Channels } from "@/workflows/graph/channel";
import { variablesOf } from "./variables";

/** Everything wrong with a prompt of the library: its variables may stand for anything, so only the rest is looked at. */
export function checkText(text: string): ExpressionProblem[] {
  const variables = variablesOf(text);
  const channels: Channels = Object.fromEntries(
    variables.map((name) => [name, { type: "any", reducer: "replace" }]),
  );
  return [...languageWords(text), ...checkTemplate(text, channels)];
}

/** `{{ type }}` reads like a variable and is none: no agent could say what it stands for. */
function languageWords(text: string): ExpressionProblem[] {
  return parseTemplate(text).parts.flatMap((part) =>
    part.kind === "expression" && isReservedName(part.source)
      ? [
          {
            code: "syntax",
            message: `“${part.source}” is a word of the expression language. Choose another name.`,
            start: part.start,
            end: part.end,
          },
        ]
      : [],
  );
}
