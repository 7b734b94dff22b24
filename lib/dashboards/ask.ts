import type { WorkspaceActor } from "@/lib/auth/actor";
import { AppError } from "@/workflows/errors/app-error";
import { type Range, type RangeWish, rangeOf, rangeProblem } from "@/workflows/figures/range";
import { grains } from "./gather";

/** What figures are narrowed to. */
export interface FigureFilter {
  agentId?: string | undefined;
  /** 0: drafts. */
  version?: number | undefined;
  source?: string | undefined;
}

/** Figures of a workspace in a time. */
export interface Ask {
  workspaceId: string;
  filter: FigureFilter;
  range: Range;
  grain: number;
}

/** @throws AppError invalid_input (from, to) */
export function askOf(
  { workspaceId }: Pick<WorkspaceActor, "workspaceId">,
  { agentId, version, source, ...wish }: FigureFilter & RangeWish,
  now = Date.now(),
): Ask {
  const problem = rangeProblem(wish);
  if (problem) throw new AppError("invalid_input", problem.message, { field: problem.field });
  const range = rangeOf(wish, now);
  return { workspaceId, filter: { agentId, version, source }, range, grain: grainOf(range) };
}

/** Rows of whole hours where every bucket begins with one: a quarter as many. */
function grainOf({ edges, before }: Range): number {
  const hourMs = grains.hour * 60_000;
  return [before, ...edges].every((at) => at % hourMs === 0) ? grains.hour : grains.quarter;
}

export const startOf = ({ range }: Ask): Date => new Date(range.edges[0] ?? range.before);
export const endOf = ({ range }: Ask): Date => new Date(range.edges.at(-1) ?? range.before);
