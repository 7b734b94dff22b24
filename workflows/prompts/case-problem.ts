import { jsonDifferences } from "@/workflows/data/json-differences";
import { isAppError } from "@/workflows/errors/app-error";
import { BadPattern, matchesPattern } from "@/workflows/expressions/patterns";
import type { Json } from "@/workflows/graph/json";
import type { PromptCase } from "./case";

/** What is wrong with an answer to a prompt's test case, in words; nothing where it holds what it must. */
export function caseProblem(expect: PromptCase["expect"], answer: string): string | undefined {
  switch (expect.type) {
    case "contains":
      return answer.toLowerCase().includes(expect.text.toLowerCase())
        ? undefined
        : `The answer does not have “${expect.text}” in it.`;
    case "matches":
      return patternProblem(expect.pattern, answer);
    case "json":
      return jsonProblem(expect.value, answer);
  }
}

function patternProblem(pattern: string, answer: string): string | undefined {
  try {
    return matchesPattern(answer, pattern) ? undefined : `The answer does not match ${pattern}.`;
  } catch (error) {
    if (error instanceof BadPattern || isAppError(error)) return error.message;
    throw error;
  }
}

function jsonProblem(wanted: Json, answer: string): string | undefined {
  const found = jsonIn(answer);
  return found === undefined ? "The answer is not JSON." : difference(wanted, found.value);
}

/** Models like to put JSON between lines of backticks. */
function jsonIn(answer: string): { value: Json } | undefined {
  const inside = /```(?:json)?\s*\n([\s\S]*?)\n\s*```/.exec(answer)?.[1] ?? answer;
  try {
    return { value: JSON.parse(inside) };
  } catch {
    return undefined;
  }
}

/** Objects may have more in them than is wanted; lists and values must be the same. */
function difference(wanted: Json, answer: Json): string | undefined {
  const [first] = jsonDifferences(wanted, answer, { subset: true, most: 1 });
  if (!first) return undefined;
  const { at, wanted: value = null, found } = first;
  if (found === undefined) return `“${at}” is missing.`;
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const place = at ? `“${at}”` : "The answer";
  return `${place} is ${short(found)} ${isObject ? "and no object" : `instead of ${short(value)}`}.`;
}

function short(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
