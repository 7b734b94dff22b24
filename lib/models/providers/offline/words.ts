/** Words that say nothing about what is wanted. */
const stopWords: ReadonlySet<string> = new Set(
  (
    "a an and any are as ask at be but by can could do does for from get give has have help how i if in into is it its let " +
    "me my no not of on or our please she he so some tell that the their them then there these they this to up us " +
    "use used uses using was we what when where which who will with would you your"
  ).split(" "),
);

/** `currentTime`, `current_time` and "Current time" all become ["current", "time"]. */
export function splitWords(text: string): string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Content words, cut to a rough stem so that "searches" meets "search". */
export function stems(text: string): Set<string> {
  return new Set(
    splitWords(text)
      .filter((word) => word.length > 1 && !stopWords.has(word))
      .map(stem),
  );
}

function stem(word: string): string {
  if (word.length < 5) return word.replace(/s$/, "");
  return word.replace(/(ations?|ators?|ates?|ating|ions?|ings?|ies|ied|ers?|ors?|es|ed|e|s|y)$/, "");
}

/** Sentences as a reader would cut them. */
export function sentences(text: string): string[] {
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  return [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter(Boolean);
}

export function clip(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).trimEnd()}…` : text;
}

/** Makes a text match itself inside a regular expression. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
