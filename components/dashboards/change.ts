/** How a figure stands to the one of the time before, in words; null where there is nothing to compare with. */
export function changeWords(now: number | null, earlier: number | null): string | null {
  if (now === null || earlier === null || (now === 0 && earlier === 0)) return null;
  if (earlier === 0) return "none before";
  const part = (now - earlier) / earlier;
  const percent = Math.round(Math.abs(part) * 100);
  if (percent === 0) return "as before";
  // Of very little, many times as much says more than thousands of percent.
  if (part >= 9) return `${Math.round(part + 1)} times as much as before`;
  return `${percent}% ${part > 0 ? "more" : "less"} than before`;
}
