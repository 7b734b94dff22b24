"use client";

import { useState } from "react";

/**
 * The list as it is now, plus what this visit has shown before and is no longer in it, in the old order.
 * What a person is typing into must not vanish because somebody else was faster.
 */
export function useSeen<Item extends { id: string }>(items: readonly Item[], resetKey: string) {
  const [visits] = useState(() => new Map<string, Map<string, Item>>());
  const seen = visits.get(resetKey) ?? new Map<string, Item>();
  visits.set(resetKey, seen);
  for (const item of items) seen.set(item.id, item);
  const present = new Set(items.map((item) => item.id));
  return [...seen.values()].map((item) => ({ item, gone: !present.has(item.id) }));
}
