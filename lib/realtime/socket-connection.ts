import { and, eq, isNull } from "drizzle-orm";
import type { Socket } from "socket.io";
import { z } from "zod";
import { agents } from "@/drizzle/schema";
import { type Actor, may } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/permissions";
import { chatEvent } from "@/lib/chat/chat-events";
import { report } from "@/lib/errors/report";
import { AppError } from "@/workflows/errors/app-error";
import type { RunEvent } from "@/workflows/events/event";
import { agentRoom, inboxRoom, runsRoom } from "./rooms";
import type { Reader } from "./run-reader";
import type { SocketDeps } from "./socket-deps";

const id = z.string().min(1).max(64);
const messages = {
  "run:join": z.object({ runId: id, after: z.int().min(0) }),
  "run:leave": z.object({ runId: id }),
  "agent:join": z.object({ agentId: id }),
  "agent:leave": z.object({ agentId: id }),
  "inbox:join": z.undefined(),
  "inbox:leave": z.undefined(),
  "runs:join": z.undefined(),
  "runs:leave": z.undefined(),
} as const;
type Message = keyof typeof messages;

/** What a client is told about its request. */
type Answer = { ok: true } | { ok: false; code: string; message: string };

/** Somebody may follow this many runs at once over one connection. */
const mostRuns = 50;

/** One browser's connection: what it follows, and as whom. */
export class SocketConnection {
  private actor: Promise<Actor | null>;
  private readonly readers = new Map<string, Reader>();

  constructor(
    private readonly socket: Socket,
    private readonly headers: Headers,
    private readonly deps: SocketDeps,
  ) {
    this.actor = this.resolve();
    this.handle("run:join", (message) => this.joinRun(message));
    this.handle("run:leave", ({ runId }) => this.leaveRun(runId));
    this.handle("agent:join", ({ agentId }) => this.joinAgent(agentId));
    this.handle("agent:leave", ({ agentId }) => socket.leave(agentRoom(agentId)));
    this.handle("inbox:join", () => this.joinInbox());
    this.handle("inbox:leave", () => this.leaveRooms("inbox:"));
    this.handle("runs:join", () => this.joinRuns());
    this.handle("runs:leave", () => this.leaveRooms("runs:"));
  }

  close(): void {
    for (const reader of this.readers.values()) reader.close();
    this.readers.clear();
  }

  /** Asks again who this is; whoever may not be here any more is cut off, and joins anew what is still allowed. */
  accessChanged(userId: string): void {
    void this.recheck(userId);
  }

  private async recheck(userId: string): Promise<void> {
    const before = await this.actor;
    if (before?.kind !== "member" || before.userId !== userId) return;
    // The browser connects again by itself and asks for its rooms; each is then decided with the new role.
    this.socket.conn.close();
  }

  private async resolve(): Promise<Actor | null> {
    try {
      return await this.deps.actorOf(this.headers);
    } catch (error) {
      report(this.deps.log, error, "socket handshake");
      return null;
    }
  }

  private handle<M extends Message>(
    name: M,
    act: (message: z.infer<(typeof messages)[M]>) => void | Promise<void>,
  ): void {
    this.socket.on(name as string, async (...args: unknown[]) => {
      const acknowledge = args.find((arg) => typeof arg === "function");
      const answer = await this.attempt(name, args[0] === acknowledge ? undefined : args[0], act);
      acknowledge?.(answer);
    });
  }

  private async attempt<M extends Message>(
    name: M,
    given: unknown,
    act: (message: z.infer<(typeof messages)[M]>) => void | Promise<void>,
  ): Promise<Answer> {
    try {
      const parsed = messages[name].safeParse(given);
      if (!parsed.success) throw new AppError("invalid_input", "This message is not understood.");
      // The schema belongs to this name, which the compiler cannot correlate.
      await act(parsed.data as z.infer<(typeof messages)[M]>);
      return { ok: true };
    } catch (error) {
      const { code, message } = report(this.deps.log, error, `socket ${name}`);
      return { ok: false, code, message };
    }
  }

  private async known(): Promise<Actor> {
    const actor = await this.actor;
    if (!actor) throw new AppError("unauthenticated", "Sign in to follow what happens here.");
    return actor;
  }

  private async allowed(permission: Permission) {
    const actor = await this.known();
    if (actor.kind === "visitor" || !may(actor, permission)) {
      throw new AppError("forbidden", "Your role does not allow this.");
    }
    return actor;
  }

  /** Readers of runs see everything; everybody else, in their own chats, what a chat shows. */
  private async joinRun({ runId, after }: { runId: string; after: number }): Promise<void> {
    const actor = await this.known();
    this.leaveRun(runId);
    if (this.readers.size >= mostRuns) {
      throw new AppError("rate_limited", `One page can follow ${mostRuns} runs at once.`);
    }
    const seesAll = may(actor, "run.read");
    const show = (event: RunEvent) =>
      seesAll ? event : chatEvent(event, { seesPauses: actor.kind !== "visitor" });
    const reader = await this.deps.runs.subscribe(actor, runId, after, async (events) => {
      const shown = events.map(show).filter((event) => event !== null);
      if (shown.length > 0) this.socket.emit("run:events", { runId, events: shown });
      await this.flushed();
    });
    if (this.socket.connected) this.readers.set(runId, reader);
    else reader.close();
  }

  private leaveRun(runId: string): void {
    this.readers.get(runId)?.close();
    this.readers.delete(runId);
  }

  /** Resolves when the connection can take more, so that a slow browser slows its reader, not the server. */
  private flushed(): Promise<void> {
    const { conn } = this.socket;
    const { transport } = conn;
    if (transport.writable || conn.readyState !== "open") return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        transport.off("ready", done);
        conn.off("upgrade", done);
        conn.off("close", done);
        resolve();
      };
      // A transport says `ready` when its last packet is out and it takes the next.
      transport.on("ready", done);
      conn.on("upgrade", done);
      conn.on("close", done);
    });
  }

  private async joinAgent(agentId: string): Promise<void> {
    const actor = await this.allowed("agent.read");
    const [agent] = await this.deps.db
      .select({ id: agents.id })
      .from(agents)
      .where(
        and(eq(agents.id, agentId), eq(agents.workspaceId, actor.workspaceId), isNull(agents.deletedAt)),
      );
    if (!agent) throw new AppError("not_found", "There is no such agent.");
    await this.socket.join(agentRoom(agentId));
  }

  private async joinInbox(): Promise<void> {
    const actor = await this.allowed("interrupt.read");
    await this.socket.join(inboxRoom(actor.workspaceId));
  }

  private async joinRuns(): Promise<void> {
    const actor = await this.allowed("run.read");
    await this.socket.join(runsRoom(actor.workspaceId));
  }

  private async leaveRooms(prefix: string): Promise<void> {
    for (const room of this.socket.rooms) if (room.startsWith(prefix)) await this.socket.leave(room);
  }
}
