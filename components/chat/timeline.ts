import type { InterruptSummary } from "@/lib/api/contract/runs";
import type { PlainMessage } from "@/workflows/events/message";
import type { ChatTurn } from "./chat-turn";

/** Something that happened in a turn: a message, a pause, or the text that no message holds (yet). */
export type TimelineEntry =
  | { kind: "message"; message: PlainMessage }
  | { kind: "pause"; pause: InterruptSummary }
  | { kind: "text" };

/**
 * What happened in a turn, in that order. A pause stays where it came when it is decided, and so does a text.
 * @param messages what was said, stored or, before that, as it was sent
 * @param pauses of this turn, oldest first; one that the turn does not know of yet has just come
 * @param pausesSince how many pauses have come since the text outside the messages began
 */
export function timelineOf(
  turn: Pick<ChatTurn, "pauses">,
  messages: readonly PlainMessage[],
  pauses: readonly InterruptSummary[],
  pausesSince: number,
): TimelineEntry[] {
  const places = new Map(turn.pauses.map(({ interruptId, after }) => [interruptId, after]));
  const cardsAt = (at: number) =>
    pauses
      .filter(({ id }) => Math.min(places.get(id) ?? messages.length, messages.length) === at)
      .map((pause) => ({ kind: "pause", pause }) as const);
  const entries: TimelineEntry[] = messages.flatMap((message, at) => [
    ...cardsAt(at),
    { kind: "message", message } as const,
  ]);
  entries.push(...cardsAt(messages.length));
  return withText(entries, pauses.length - pausesSince);
}

/** Puts the text in front of the pauses that came after it, or at the end. */
function withText(entries: readonly TimelineEntry[], pausesBefore: number): TimelineEntry[] {
  const at = entries.flatMap(({ kind }, index) => (kind === "pause" ? index : []))[Math.max(0, pausesBefore)];
  return entries.toSpliced(at ?? entries.length, 0, { kind: "text" });
}

/** Parts a turn after what it begins with: what the person said. */
export function splitQuestion(entries: readonly TimelineEntry[]): {
  question: TimelineEntry[];
  rest: TimelineEntry[];
} {
  const at = entries.findIndex((entry) => entry.kind !== "message" || entry.message.role !== "user");
  const end = at < 0 ? entries.length : at;
  return { question: entries.slice(0, end), rest: entries.slice(end) };
}
