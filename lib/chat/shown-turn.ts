import type { Turn } from "@/lib/runs/service/turns";
import { outside } from "./chat-events";
import { said, shownOutput } from "./said";

/** A turn of a stored conversation as the person in the chat may see it, by the same rule as its events. */
export function shownTurn(turn: Turn): Turn {
  const { messages, pauses, output, problem } = turn;
  return {
    ...turn,
    messages: said(messages),
    pauses: pauses.map((pause) => ({ ...pause, after: said(messages.slice(0, pause.after)).length })),
    output: shownOutput(output),
    problem: problem && outside(problem),
  };
}
