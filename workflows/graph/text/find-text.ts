import type { GraphDocument } from "@/workflows/graph/document";
import type { NodeDefinitions } from "@/workflows/nodes/ports";
import { type PlacedText, type TextPlace, textsOf } from "./places";
import type { Piece, Search } from "./search";

/** A piece of text that was looked for, with a little of what stands around it. */
export interface TextMatch extends Piece {
  place: TextPlace;
  before: string;
  after: string;
}

/** More are of no use to anybody. */
export const mostMatches = 5_000;
const around = 40;

/** Everything people wrote that the search finds: titles, prompts, expressions, code, notes. */
export function findText(document: GraphDocument, search: Search, definitions: NodeDefinitions): TextMatch[] {
  const found: TextMatch[] = [];
  for (const placed of textsOf(document, definitions)) {
    for (const piece of search(placed.text)) {
      found.push(matchAt(placed, piece));
      if (found.length >= mostMatches) return found;
    }
  }
  return found;
}

function matchAt({ place, text }: PlacedText, { start, match }: Piece): TextMatch {
  const end = start + match.length;
  return {
    place,
    start,
    before: text.slice(Math.max(0, start - around), start),
    match,
    after: text.slice(end, end + around),
  };
}
