"use client";

import { useEffect, useMemo } from "react";
import { createRunFeed, type FeedOptions, type RunFeed } from "./run-feed";

/** The open feed of a run, or null without one. Closed when the run changes or the component goes. */
export function useRunFeed(runId: string | null, { lean = false }: FeedOptions = {}): RunFeed | null {
  const feed = useMemo(() => (runId === null ? null : createRunFeed(runId, { lean })), [runId, lean]);
  useEffect(() => feed?.open(), [feed]);
  return feed;
}
