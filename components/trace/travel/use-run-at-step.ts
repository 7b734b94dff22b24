"use client";

import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { RunFeed, RunFeedState } from "@/components/realtime/run-feed";
import { useStepAddress } from "./use-step";
import { useStepFeed } from "./use-step-feed";
import { useStepViews } from "./use-step-views";

const nothing: StoreApi<RunFeedState | null> = createStore<RunFeedState | null>()(() => null);
const none: readonly never[] = [];

/** A run as it stood at the step that the address names; as it is where it names none, or one that the run has not. */
export function useRunAtStep(feed: RunFeed | null) {
  const [number, setNumber] = useStepAddress();
  const store: StoreApi<RunFeedState | null> = feed?.store ?? nothing;
  const runId = useStore(store, (state) => state?.runId ?? "");
  const checkpoints = useStore(store, (state) => state?.view?.checkpoints ?? none);
  const found = number === null ? -1 : checkpoints.findIndex(({ step }) => step === number);
  const index = found < 0 ? null : found;
  const { views, error, retry } = useStepViews(runId, checkpoints.length, index !== null);
  return {
    runId,
    /** How many steps the run has. */
    count: checkpoints.length,
    /** Place of the step that is looked at; null: none. */
    index,
    /** What is known of it; undefined while it loads. */
    step: index === null ? undefined : views?.steps[index],
    shown: useStepFeed(feed, index === null ? undefined : views?.at(index)),
    error: index === null ? null : error,
    retry,
    move: (to: number | null) => void setNumber(to === null ? null : (checkpoints[to]?.step ?? null)),
  };
}
