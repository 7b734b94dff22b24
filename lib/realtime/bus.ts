import { z } from "zod";
import type { DraftChange } from "@/lib/agents/announce";
import type { Log } from "@/lib/log/log";
import { operationSchema } from "@/workflows/graph/operation";
import { channels, type Notifier } from "./notifier";

const topics = {
  /** A draft changed. `operations` is null where they were too large to be told: read the draft again. */
  draft: z.object({
    agentId: z.string(),
    workspaceId: z.string(),
    revision: z.int(),
    operations: z.array(operationSchema).nullable(),
    by: z.object({ userId: z.string().nullable(), name: z.string() }),
  }),
  /** Something about a workspace's pauses changed: one came, was answered or withdrawn. */
  inbox: z.object({ workspaceId: z.string(), runId: z.string() }),
  /** Somebody said something of a run, or took it back. */
  feedback: z.object({ workspaceId: z.string(), agentId: z.string(), runId: z.string() }),
  /** A person wants a circuit breaker's next call let through, in whichever process. */
  breaker: z.object({ workspaceId: z.string(), key: z.string() }),
  /** What a user may do changed: role, membership, disabled. */
  access: z.object({ userId: z.string() }),
} as const;

type Topic = keyof typeof topics;
export type BusMessage<T extends Topic> = z.infer<(typeof topics)[T]>;
type Handler<T extends Topic> = (message: BusMessage<T>) => void;

const envelope = z.object({
  from: z.int(),
  topic: z.enum(["draft", "inbox", "access", "breaker", "feedback"]),
  message: z.unknown(),
});

/** Postgres allows 8,000 bytes. */
const maxBytes = 7_800;

/** Small facts for everybody in all processes: at once in this one, by NOTIFY in the others. */
export class Bus {
  private readonly handlers: { [T in Topic]: Set<Handler<T>> } = {
    draft: new Set(),
    inbox: new Set(),
    access: new Set(),
    breaker: new Set(),
    feedback: new Set(),
  };

  constructor(
    private readonly notifier: Notifier,
    private readonly send: (channel: string, payload: string) => Promise<unknown>,
    private readonly log: Log,
  ) {
    notifier.on(channels.bus, (payload) => this.receive(payload));
  }

  subscribe<T extends Topic>(topic: T, handler: Handler<T>): () => void {
    this.handlers[topic].add(handler);
    return () => this.handlers[topic].delete(handler);
  }

  draftChanged(change: DraftChange): void {
    this.publish("draft", change, { ...change, operations: null });
  }

  inboxChanged(message: BusMessage<"inbox">): void {
    this.publish("inbox", message);
  }

  accessChanged(message: BusMessage<"access">): void {
    this.publish("access", message);
  }

  feedbackChanged(message: BusMessage<"feedback">): void {
    this.publish("feedback", message);
  }

  breakerTried(message: BusMessage<"breaker">): void {
    this.publish("breaker", message);
  }

  /** @param short what is sent to other processes where `message` is too large */
  private publish<T extends Topic>(topic: T, message: BusMessage<T>, short = message): void {
    for (const handler of this.handlers[topic]) handler(message);
    const pack = (content: BusMessage<T>) =>
      JSON.stringify({ from: this.notifier.processId, topic, message: content });
    const whole = pack(message);
    const payload = Buffer.byteLength(whole) <= maxBytes ? whole : pack(short);
    this.send(channels.bus, payload).catch((error: unknown) => {
      this.log.warn({ err: error, topic }, "could not tell the other processes");
    });
  }

  private receive(payload: string): void {
    const parsed = envelope.safeParse(JSON.parse(payload));
    if (!parsed.success || parsed.data.from === this.notifier.processId) return;
    const { topic, message } = parsed.data;
    this.deliver(topic, message);
  }

  private deliver<T extends Topic>(topic: T, message: unknown): void {
    const parsed = topics[topic].safeParse(message);
    // Another release of the product may send what this one does not know.
    if (!parsed.success) return;
    // The schema and the handlers are of the same topic, which the compiler cannot correlate.
    const known = parsed.data as BusMessage<T>;
    for (const handler of this.handlers[topic]) handler(known);
  }
}
