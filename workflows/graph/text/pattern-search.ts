import { RE2JS, RE2JSException } from "re2js";
import { fail, ok } from "@/workflows/graph/result";
import { type MakeSearch, type Piece, type Search, wholeWords } from "./search";

/**
 * Looks for a regular expression of RE2, whose time grows with the text and never explodes, where the browser's own
 * engine would stand still for `(a+)+$`. The engine is large: load this module when it is needed.
 */
export const patternSearch: MakeSearch = (query, { matchCase, wholeWord }) => {
  if (query === "") return ok(() => []);
  if (query.length > longest) return fail(`A regular expression may have ${longest} characters.`);
  try {
    const pattern = RE2JS.compile(query, matchCase ? 0 : RE2JS.CASE_INSENSITIVE);
    const all: Search = (text) => piecesOf(pattern, text);
    return ok(wholeWord ? wholeWords(all) : all);
  } catch (error) {
    if (error instanceof RE2JSException) return fail(`Not a regular expression: ${reasonOf(error)}.`);
    throw error;
  }
};

const longest = 1_000;

/** The engine's words without its prefix and without the pattern, to which flags of ours were added. */
function reasonOf({ message }: Error): string {
  return message.replace(/^error parsing regexp: /, "").replace(/: `.*`$/s, "");
}

function* piecesOf(pattern: RE2JS, text: string): Iterable<Piece> {
  const matcher = pattern.matcher(text);
  while (matcher.find()) {
    const start = matcher.start();
    const match = text.slice(start, matcher.end());
    if (match !== "") yield { start, match };
  }
}
