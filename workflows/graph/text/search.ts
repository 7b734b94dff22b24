import { fail, ok, type Result } from "@/workflows/graph/result";

/** A piece of a text. */
export interface Piece {
  start: number;
  match: string;
}

/** Finds pieces of a text, from its beginning on. None of them is empty. */
export type Search = (text: string) => Iterable<Piece>;

/** Makes a search out of what a person typed, or says why it cannot. */
export type MakeSearch = (query: string, options: SearchOptions) => Result<Search, string>;

export interface SearchOptions {
  matchCase: boolean;
  /** Only where neither a letter, a digit nor _ stands beside it. */
  wholeWord: boolean;
}

/** Looks for the query as it stands. An empty one finds nothing. */
export const plainSearch: MakeSearch = (query, { matchCase, wholeWord }) => {
  if (query === "") return ok(() => []);
  try {
    const pattern = new RegExp(query.replace(/[$()*+./?[\\\]^{|}]/g, "\\$&"), matchCase ? "gu" : "giu");
    const all: Search = (text) =>
      Array.from(text.matchAll(pattern), ({ 0: match, index: start }): Piece => ({ start, match }));
    return ok(wholeWord ? wholeWords(all) : all);
  } catch {
    // Half of a character, which only a paste can bring.
    return fail("This text cannot be searched for.");
  }
};

/** Leaves out what is part of a longer word. */
export function wholeWords(search: Search): Search {
  return function* (text) {
    for (const piece of search(text)) if (isWhole(text, piece)) yield piece;
  };
}

const endsInWord = /[\p{L}\p{N}_]$/u;
const beginsWithWord = /^[\p{L}\p{N}_]/u;

function isWhole(text: string, { start, match }: Piece): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(start + match.length, start + match.length + 2);
  return !(
    (beginsWithWord.test(match) && endsInWord.test(before)) ||
    (endsInWord.test(match) && beginsWithWord.test(after))
  );
}
