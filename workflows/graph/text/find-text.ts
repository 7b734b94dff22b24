import type { GraphDocument } from "@/workflows/graph/document";
import type { NodeDefinitions } from "@/workflows/nodes/ports";
import { type PlacedText, type TextPlace, textsOf } from "./places";

export interface FindOptions {
  matchCase: boolean;
  /** The query is a regular expression; one that is none finds nothing. */
  regex?: boolean;
}

/** A piece of text that was looked for, with a little of what stands around it. */
export interface TextMatch {
  place: TextPlace;
  /** Where it begins in the text of its place. */
  start: number;
  before: string;
  match: string;
  after: string;
}

/** More are of no use to anybody. */
const mostMatches = 5_000;
const around = 40;

/** Everything people wrote that the query matches: titles, prompts, expressions, code, notes. */
export function findText(
  document: GraphDocument,
  query: string,
  options: FindOptions,
  definitions: NodeDefinitions,
): TextMatch[] {
  const pattern = patternOf(query, options);
  if (!pattern) return [];
  const found: TextMatch[] = [];
  for (const placed of textsOf(document, definitions)) {
    for (const match of placed.text.matchAll(pattern)) {
      if (match[0] !== "") found.push(matchAt(placed, match.index, match[0]));
      if (found.length >= mostMatches) return found;
    }
  }
  return found;
}

function matchAt({ place, text }: PlacedText, start: number, match: string): TextMatch {
  const end = start + match.length;
  return {
    place,
    start,
    before: text.slice(Math.max(0, start - around), start),
    match,
    after: text.slice(end, end + around),
  };
}

function patternOf(query: string, { matchCase, regex = false }: FindOptions): RegExp | undefined {
  if (query === "") return undefined;
  const flags = matchCase ? "gu" : "giu";
  try {
    return new RegExp(regex ? query : query.replace(/[$()*+./?[\\\]^{|}]/g, "\\$&"), flags);
  } catch {
    return undefined;
  }
}
