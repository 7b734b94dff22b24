import { clip, sentences } from "./words";

const asksForSummary =
  /\b(?:summar\w*|tl;?dr|shorten|condense|gist|key points|main points|in short|combine|merge|overview)\b/i;
const counts = ["", "one", "two", "three", "four", "five", "six", "seven"];

export function wantsSummary(request: string): boolean {
  return asksForSummary.test(request);
}

/**
 * Quotes leading sentences: the first two, as many as the request names, or the first one of each paragraph
 * where there are several. Nothing is rephrased.
 */
export function quoteLeading(request: string, instructions = ""): string {
  const text = withoutInstruction(request);
  const asBullets = /\bbullet|\blist\b/i.test(request);
  const wanted = countIn(request) ?? countIn(instructions);
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((part) => part.replace(/^#+.*\n?/, "").trim())
    .filter(Boolean);
  const picked =
    paragraphs.length > 1
      ? paragraphs.flatMap((part) => sentences(part).slice(0, 1)).slice(0, wanted ?? 5)
      : sentences(text).slice(0, wanted ?? 2);
  const quotes = picked.map((sentence) => `“${clip(sentence.replace(/\s+/g, " "), 300)}”`);
  return asBullets || paragraphs.length > 1
    ? quotes.map((quote) => `- ${quote}`).join("\n")
    : quotes.join(" ");
}

function countIn(text: string): number | null {
  const match = /\b(\d|one|two|three|four|five|six|seven)\s+(?:\w+\s+)?(?:sentence|bullet|point|line)/i.exec(
    text,
  );
  if (!match?.[1]) return null;
  const spoken = counts.indexOf(match[1].toLowerCase());
  return spoken > 0 ? spoken : Math.max(1, Number(match[1]));
}

/** "Summarise this: …" and "Summarise the following.\n\n…" are instruction and text. */
function withoutInstruction(request: string): string {
  const match = /^[^\n]*?(?::|\.?\n)\s*([\s\S]+)$/.exec(request.trim());
  const first = match?.[1] ? request.trim().slice(0, -match[1].length) : "";
  return match?.[1] && wantsSummary(first) ? match[1].trim() : request.trim();
}
