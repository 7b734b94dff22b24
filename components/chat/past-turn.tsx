"use client";

import { liveTurn } from "./live-turn";
import { Turn, type TurnProps } from "./turn";
import { useLiveTurn } from "./use-live-turn";

/** A turn that was stopped or failed before the conversation went on, with how far its answer came. */
export function PastTurn(props: Omit<TurnProps, "live" | "working">) {
  const state = useLiveTurn(props.chat.slug, props.turn.runId, nothing);
  return <Turn {...props} live={state && liveTurn(state.view, {})} />;
}

/** It has ended: nothing new will be heard of it. */
function nothing() {}
