"use client";

import { useStore } from "@xyflow/react";

/** Below this zoom the small print cannot be read: a card shows its chip and a larger title only. */
const SMALL_ZOOM = 0.55;

export function useSmall(): boolean {
  return useStore((state) => state.transform[2] < SMALL_ZOOM);
}
