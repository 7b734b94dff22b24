"use client";

import { useEffect, useMemo } from "react";
import { createStore } from "zustand/vanilla";
import type { RunFeed, RunFeedState } from "@/components/realtime/run-feed";
import type { RunView } from "@/workflows/events/run-view";

/** The run as canvas and cards read it, with its view at a step in place of the present one. */
export function useStepFeed<Feed extends RunFeed | null>(
  feed: Feed,
  view: RunView | undefined,
): Feed | RunFeed {
  const still = useMemo<RunFeed | null>(() => {
    if (!feed) return null;
    const store = createStore<RunFeedState>()(() => feed.store.getState());
    return { store, open: () => () => {}, retry: feed.retry };
  }, [feed]);
  useEffect(() => {
    if (view && feed) still?.store.setState({ ...feed.store.getState(), view });
  }, [still, feed, view]);
  return view && still ? still : feed;
}
