import type { RunStatus } from "@/workflows/events/run-status";
import { sameJson } from "@/workflows/graph/same-json";
import type { ChatTurn } from "./chat-turn";

/** What a person asked, with the turn that answers it and those that were tried before. */
export interface Exchange {
  /** The same as long as the question is, however often it is tried. */
  key: string;
  turn: ChatTurn;
  /** Oldest first; each of them failed or was stopped. */
  earlier: ChatTurn[];
}

const failed = new Set<RunStatus>(["error", "timeout", "cancelled"]);

/** Turns by what was asked: one that repeats the input of a failed or stopped turn right before it is another attempt. */
export function exchangesOf(turns: readonly ChatTurn[]): Exchange[] {
  const exchanges: Exchange[] = [];
  for (const turn of turns) {
    const last = exchanges.at(-1);
    if (last && failed.has(last.turn.status) && sameJson(last.turn.input, turn.input)) {
      last.earlier.push(last.turn);
      last.turn = turn;
    } else {
      exchanges.push({ key: turn.runId, turn, earlier: [] });
    }
  }
  return exchanges;
}
