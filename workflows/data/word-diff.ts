import { diffWordsWithSpace } from "diff";

/** A stretch of two texts. Removed stands only in the first, added only in the second. */
export interface Piece {
  kind: "same" | "added" | "removed";
  text: string;
}

/** Texts further apart than this many words are two texts; looking for what they share would take long. */
const MOST_EDITS = 500;

/**
 * How one text became the other, word by word; all pieces but the added make up `before`, all but the removed `after`.
 * Words that changed side by side are one change, not one for each.
 */
export function wordDiff(before: string, after: string): Piece[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (!parts) return changed(before, after);
  const pieces: Piece[] = [];
  let [removed, added] = ["", ""];
  for (const [index, part] of parts.entries()) {
    const isChange = part.added || part.removed;
    const next = parts[index + 1];
    const joins = !isChange && removed + added !== "" && part.value.trim() === "" && next !== undefined;
    if (part.removed || joins) removed += part.value;
    if (part.added || joins) added += part.value;
    if (isChange || joins) continue;
    pieces.push(...changed(removed, added), { kind: "same", text: part.value });
    [removed, added] = ["", ""];
  }
  return [...pieces, ...changed(removed, added)];
}

function changed(removed: string, added: string): Piece[] {
  const pieces: Piece[] = [
    { kind: "removed", text: removed },
    { kind: "added", text: added },
  ];
  return pieces.filter(({ text }) => text !== "");
}
