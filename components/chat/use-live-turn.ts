"use client";

import { useEffect, useState } from "react";
import type { EventType, RunEvent } from "@/workflows/events/event";
import { emptyView, project } from "@/workflows/events/project";
import type { RunView } from "@/workflows/events/run-view";
import { openChatStream } from "./chat-stream";

interface LiveState {
  view: RunView;
  connected: boolean;
}

/** After one of these the stored conversation says more than before. */
const news = new Set<EventType>(["run.interrupted", "interrupt.answered"]);

/**
 * A turn, event by event; null when there is none to follow.
 * @param onNews it paused, was answered or ended; must be stable
 */
export function useLiveTurn(slug: string, runId: string | null, onNews: () => void): LiveState | null {
  const [state, setState] = useState<LiveState | null>(null);

  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- without a turn there is nothing to follow
    if (!runId) return setState(null);
    let view = emptyView(runId);
    let waiting: RunEvent[] = [];
    let frame = 0;
    const fold = () => {
      frame = 0;
      view = project(waiting, view);
      const isNews = waiting.some(({ type }) => news.has(type));
      waiting = [];
      setState((current) => ({ connected: current?.connected ?? true, view }));
      if (isNews) onNews();
    };
    setState({ view, connected: true });
    const close = openChatStream({
      slug,
      runId,
      after: 0,
      onEvent: (event) => {
        waiting.push(event);
        frame ||= requestAnimationFrame(fold);
      },
      onEnd: onNews,
      onConnection: (connected) => setState((current) => current && { ...current, connected }),
    });
    return () => {
      cancelAnimationFrame(frame);
      close();
    };
  }, [slug, runId, onNews]);

  return state;
}
