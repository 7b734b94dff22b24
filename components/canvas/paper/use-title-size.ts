"use client";

import { type ReactFlowState, useStore } from "@xyflow/react";

/** Pixels of the canvas, so that a title can still be read from further away. */
const sizes = [
  { from: 0.55, px: 14 },
  { from: 0.35, px: 24 },
  { from: 0.18, px: 44 },
  { from: 0, px: 84 },
] as const;

const sizeAt = ({ transform }: ReactFlowState) =>
  sizes.find(({ from }) => transform[2] >= from)?.px ?? sizes[0].px;

/** The size of titles on frames and notes. It changes in few steps: what reads it renders seldom. */
export function useTitleSize(): number {
  return useStore(sizeAt);
}
