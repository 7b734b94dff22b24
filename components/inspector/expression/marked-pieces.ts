import { type Token, tokensOf } from "@/workflows/expressions/complete/tokens";
import { parseTemplate } from "@/workflows/expressions/parse-template";
import type { ExpressionProblem } from "@/workflows/expressions/problem";

export type FieldKind = "template" | "expression";

/** A run of characters that look alike. */
export interface Piece {
  text: string;
  start: number;
  /** What the characters are; `prose` is the text of a template around its expressions. */
  look: "prose" | "call" | Token["kind"];
  problem?: ExpressionProblem["severity"] | "error";
}

/** A text cut where its look changes. Joined, the pieces are the text again. */
export function markedPieces(text: string, kind: FieldKind, problems: readonly ExpressionProblem[]): Piece[] {
  const looks = kind === "expression" ? looksIn(text, 0) : templateLooks(text);
  return looks.flatMap((piece) => underlined(piece, problems));
}

function looksIn(source: string, offset: number): Piece[] {
  return tokensOf(source).map(({ text, kind, start, end }) => {
    const look = kind === "name" && source[end] === "(" ? "call" : kind;
    return { text, start: start + offset, look };
  });
}

function templateLooks(text: string): Piece[] {
  const holes = parseTemplate(text).parts.filter((part) => part.kind === "expression");
  const pieces: Piece[] = [];
  let at = 0;
  const upTo = (end: number, look: Piece["look"]) => {
    if (end > at) pieces.push({ text: text.slice(at, end), start: at, look });
    at = Math.max(at, end);
  };
  for (const { start, end, source } of holes) {
    upTo(text.lastIndexOf("{{", start), "prose");
    upTo(start, "mark");
    pieces.push(...looksIn(source, start));
    at = end;
    upTo(text.indexOf("}}", end) + 2, "mark");
  }
  upTo(text.length, "prose");
  return pieces;
}

function underlined(piece: Piece, problems: readonly ExpressionProblem[]): Piece[] {
  const end = piece.start + piece.text.length;
  const touching = problems.filter((problem) => problem.start < end && problem.end > piece.start);
  if (touching.length === 0) return [piece];
  const inside = touching
    .flatMap((problem) => [problem.start, problem.end])
    .filter((at) => at > piece.start && at < end);
  const cuts = [...new Set([piece.start, ...inside, end])].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? end;
    const problem = touching.find((each) => each.start < to && each.end > from);
    const text = piece.text.slice(from - piece.start, to - piece.start);
    return { ...piece, text, start: from, ...(problem && { problem: problem.severity ?? "error" }) };
  });
}
