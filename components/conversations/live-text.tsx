"use client";

import { useStore } from "zustand";
import { LiveAnswer } from "@/components/chat/live-answer";
import { liveTurn, untold } from "@/components/chat/live-turn";
import type { RunFeed } from "@/components/realtime/run-feed";
import { useRunFeed } from "@/components/realtime/use-run-feed";
import type { SeenTurn } from "@/lib/api/contract/conversations";

interface LiveTextProps {
  turn: SeenTurn;
  nodeTitles: Record<string, string>;
}

/** The answer of a turn that goes on, as far as it has come. */
export function LiveText(props: LiveTextProps) {
  const feed = useRunFeed(props.turn.runId, { lean: true });
  return feed ? <Text feed={feed} {...props} /> : null;
}

function Text({ feed, turn, nodeTitles }: LiveTextProps & { feed: RunFeed }) {
  const { view } = useStore(feed.store);
  if (!view) return null;
  const live = untold(liveTurn(view, nodeTitles), turn.messages);
  return <LiveAnswer live={live} over={view.status === "interrupted"} held={turn.held === "limit"} />;
}
