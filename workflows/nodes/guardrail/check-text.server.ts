import { AppError } from "@/workflows/errors/app-error";
import { withBudget } from "@/workflows/expressions/budget";
import { BadPattern, matchesPattern } from "@/workflows/expressions/patterns";
import type { JsonObject } from "@/workflows/graph/json";
import { counted, masked, type PersonalAction } from "@/workflows/personal/masked";
import { findPersonal, type PersonalKind } from "@/workflows/personal/personal-data";
import { shortHash } from "@/workflows/personal/short-hash.server";
import { misfitsOf, refuseSchema } from "../misfits";
import { codeSigns } from "./code-signs";
import { type InjectionLevel, injectionSigns } from "./injection";
import { urlProblems } from "./urls";

export interface TextRules {
  personal: readonly { kind: PersonalKind; action: PersonalAction }[];
  injection: "off" | InjectionLevel;
  urls: "any" | "none" | "listed";
  hosts: string;
  code: "any" | "refuse";
  patterns: readonly { name: string; pattern: string; rule: "refuse" | "require" }[];
  schema?: JsonObject | undefined;
}

/** Something that a check found. */
export interface Finding extends JsonObject {
  check: string;
  detail: string;
  blocks: boolean;
}

export interface Checked {
  /** With personal data masked; empty where it was not looked at. */
  text: string;
  findings: Finding[];
}

/** Past this a text is not looked at but refused. */
export const mostChars = 200_000;

/** What of a text is kept for later, each value once. */
export function valuesForLater(text: string, { personal }: Pick<TextRules, "personal">): string[] {
  const kinds = personal.filter(({ action }) => action === "later").map(({ kind }) => kind);
  if (kinds.length === 0 || text.length > mostChars) return [];
  const all = findPersonal(
    text,
    personal.map(({ kind }) => kind),
  );
  // Where two kinds claim a place, the one counts that is masked.
  const later = all.filter(({ kind }) => kinds.includes(kind));
  return [...new Set(later.map(({ start, end }) => text.slice(start, end)))];
}

/**
 * Every check that needs no model. The whole of the text is looked at, so that all reasons are known at once.
 * @param placeOf the mark of a value that is kept for later
 */
export function checkText(
  text: string,
  rules: TextRules,
  placeOf?: (value: string) => string | undefined,
): Checked {
  if (text.length > mostChars) {
    const detail = `the text has ${text.length} letters; up to ${mostChars} are looked at`;
    return { text: "", findings: [{ check: "length", detail, blocks: true }] };
  }
  const found = findPersonal(
    text,
    rules.personal.map(({ kind }) => kind),
  );
  const actionOf = (kind: PersonalKind) =>
    rules.personal.find((rule) => rule.kind === kind)?.action ?? "mask";
  const refused = found.filter(({ kind }) => actionOf(kind) === "block");
  const hidden = found.filter(({ kind }) => actionOf(kind) !== "block");
  return {
    text: masked(text, found, actionOf, shortHash, placeOf),
    findings: [
      ...findingsOf("personal data", refused.length > 0 ? [counted(refused)] : [], true),
      ...findingsOf("personal data", hidden.length > 0 ? [`${counted(hidden)} masked`] : [], false),
      ...findingsOf(
        "prompt injection",
        rules.injection === "off" ? [] : injectionSigns(text, rules.injection),
      ),
      ...findingsOf(
        "addresses",
        rules.urls === "any" ? [] : urlProblems(text, rules.urls, rules.hosts.split(/[\s,;]+/)),
      ),
      ...findingsOf("code", rules.code === "any" ? [] : codeSigns(text)),
      ...findingsOf("pattern", patternProblems(text, rules.patterns)),
      ...findingsOf("schema", rules.schema ? schemaProblems(text, rules.schema) : []),
    ],
  };
}

function findingsOf(check: string, details: readonly string[], blocks = true): Finding[] {
  return details.map((detail) => ({ check, detail, blocks }));
}

function patternProblems(text: string, patterns: TextRules["patterns"]): string[] {
  return patterns.flatMap(({ name, pattern, rule }, index) => {
    const isFound = matches(text, pattern, index);
    if (rule === "refuse") return isFound ? [`“${name}” is in it`] : [];
    return isFound ? [] : [`“${name}” is missing`];
  });
}

/** By an engine whose time does not explode. @throws AppError invalid_input */
function matches(text: string, pattern: string, index: number): boolean {
  try {
    return withBudget(() => matchesPattern(text, pattern));
  } catch (error) {
    if (!(error instanceof BadPattern)) throw error;
    throw new AppError(
      "invalid_input",
      error.message,
      { field: `patterns.${index}.pattern` },
      { cause: error },
    );
  }
}

/** @throws AppError invalid_input for a schema that nothing could be checked by */
function schemaProblems(text: string, schema: JsonObject): string[] {
  refuseSchema(schema);
  const value = jsonIn(text);
  if (value === undefined) return ["it is no JSON"];
  return misfitsOf(schema, value).map(({ path, message }) => (path ? `${path}: ${message}` : message));
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
