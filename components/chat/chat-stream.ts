import { type EventType, type RunEvent, runEventSchema } from "@/workflows/events/event";

/** Events that a chat is told of (docs/decisions: what chat users see). */
const types = [
  "run.started",
  "run.resumed",
  "run.finished",
  "run.failed",
  "run.cancelled",
  "run.interrupted",
  "node.started",
  "node.finished",
  "node.failed",
  "node.interrupted",
  "interrupt.answered",
  "model.started",
  "model.delta",
  "model.finished",
  "model.failed",
  "tool.started",
  "tool.finished",
  "tool.failed",
] as const satisfies readonly EventType[];

/** After one of these nothing more comes. */
const last = new Set<EventType>(["run.finished", "run.failed", "run.cancelled"]);

interface ChatStream {
  slug: string;
  runId: string;
  /** Number of the last event already seen. */
  after: number;
  onEvent: (event: RunEvent) => void;
  /** Nothing more comes: the turn has ended, or the server knows no more of it. */
  onEnd: () => void;
  /** false while the browser is trying to reach the server again; it goes on after the last event it has. */
  onConnection: (connected: boolean) => void;
}

/** Follows a turn through its pauses to its end. Returns how to stop listening; the turn itself goes on. */
export function openChatStream({ slug, runId, after, onEvent, onEnd, onConnection }: ChatStream): () => void {
  const source = new EventSource(
    `/api/v1/chat/${encodeURIComponent(slug)}/runs/${encodeURIComponent(runId)}/stream?after=${after}&pauses=wait`,
  );
  const end = () => {
    source.close();
    onEnd();
  };
  const receive = (message: MessageEvent<string>) => {
    const event = runEventSchema.parse(JSON.parse(message.data));
    onEvent(event);
    if (last.has(event.type)) end();
  };
  for (const type of types) source.addEventListener(type, receive);
  source.onopen = () => onConnection(true);
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) end();
    else onConnection(false);
  };
  return () => source.close();
}
