import { RE2JS, RE2JSException } from "re2js";
import { spend } from "./budget";
import { Lru } from "./lru";

/** Why a regular expression cannot be used, in words for its author. */
export class BadPattern extends Error {}

const maxPatternChars = 1_000;
const compiled = new Lru<string, RE2JS>(200);

/**
 * CEL's `matches`, as its specification has it: RE2, whose time grows with the text and never explodes, where
 * JavaScript's own engine needs minutes for `(a+)+$`. The pattern may match anywhere in the text.
 * @throws BadPattern
 */
export function matchesPattern(text: string, pattern: string): boolean {
  spend((text.length * (1 + pattern.length)) / 100);
  return compiled.through(pattern, () => compile(pattern)).test(text);
}

function compile(pattern: string): RE2JS {
  if (pattern.length > maxPatternChars) {
    throw new BadPattern(`A regular expression may have ${maxPatternChars} characters.`);
  }
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    if (error instanceof RE2JSException) {
      throw new BadPattern(`The regular expression “${pattern}” cannot be used: ${error.message}.`);
    }
    throw error;
  }
}
