import type { PoolClient } from "pg";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/workflows/errors/app-error";
import type { MultitaskStrategy } from "@/workflows/events/multitask";
import { threadStatuses } from "@/workflows/events/run-status";
import { nameOf } from "./actor-name";
import type { RunContext } from "./context";
import { lockThread } from "./lock-thread";
import { type Stopped, stopInTransaction } from "./stop-in-transaction";
import { threadNotFound } from "./visibility";

const threadRow = z.object({
  agentId: z.string(),
  workspaceId: z.string(),
  status: z.enum(threadStatuses),
  userId: z.string().nullable(),
  visitorId: z.string().nullable(),
  source: z.string(),
});
const openRows = z.array(z.object({ id: z.string(), status: z.enum(["pending", "running", "interrupted"]) }));
type Open = z.infer<typeof openRows>;

/** What a new run gets of a thread. */
export interface TakenThread {
  /** Others of its runs are not over yet: the new one waits for them. */
  isBusy: boolean;
  /** What was stopped for it. */
  stopped: Stopped[];
  /** The oldest of the runs that it takes the place of. */
  replaces: string | null;
}

/**
 * Takes a thread for a new run, inside the transaction that makes the run.
 * @throws AppError not_found; conflict: with `reject`, it works on a run or waits for a person
 */
export async function takeThread(
  context: RunContext,
  connection: PoolClient,
  actor: Actor,
  wanted: { threadId: string; agentId: string; strategy: MultitaskStrategy },
): Promise<TakenThread> {
  const { threadId, agentId, strategy } = wanted;
  await lockThread(connection, threadId);
  const locked = stops(strategy) ? await openRuns(connection, threadId, "for update") : undefined;
  const { rows } = await connection.query(
    `select agent_id as "agentId", workspace_id as "workspaceId", status, user_id as "userId",
       visitor_id as "visitorId", source
     from threads where id = $1 for update`,
    [threadId],
  );
  const thread = threadRow.optional().parse(rows[0]);
  if (!thread || thread.agentId !== agentId || !isOwn(actor, thread)) throw threadNotFound();
  const open = locked ?? (await openRuns(connection, threadId, ""));
  if (open.length > 0 && strategy === "reject") throw await refusal(connection, threadId, thread.status);
  const taken: TakenThread = { isBusy: open.length > 0, stopped: [], replaces: null };
  if (stops(strategy)) {
    for (const { id } of open)
      taken.stopped.push(await stopInTransaction(context, connection, id, nameOf(actor)));
    taken.isBusy = open.some(({ status }) => status === "running");
    if (strategy === "rollback") taken.replaces = open[0]?.id ?? null;
  }
  if (!taken.isBusy || taken.stopped.length > 0) {
    await connection.query("update threads set status = 'busy', updated_at = now() where id = $1", [
      threadId,
    ]);
  }
  return taken;
}

const stops = (strategy: MultitaskStrategy) => strategy === "interrupt" || strategy === "rollback";

/** Runs of a thread that are not over, oldest first. */
async function openRuns(connection: PoolClient, threadId: string, lock: "" | "for update"): Promise<Open> {
  const { rows } = await connection.query(
    `select id, status from runs
     where thread_id = $1 and status in ('pending', 'running', 'interrupted') order by created_at, id ${lock}`,
    [threadId],
  );
  return openRows.parse(rows);
}

/** The row's twin of `ownThreads`. */
function isOwn(actor: Actor, thread: z.infer<typeof threadRow>): boolean {
  if (actor.kind === "visitor") return thread.visitorId === actor.visitorId;
  if (thread.workspaceId !== actor.workspaceId) return false;
  if (actor.kind === "member") return thread.userId === actor.userId || thread.source !== "chat";
  return thread.userId === null && thread.visitorId === null;
}

async function refusal(
  connection: PoolClient,
  threadId: string,
  status: z.infer<typeof threadRow>["status"],
): Promise<AppError> {
  if (status === "interrupted") return waiting(connection, threadId);
  return new AppError("conflict", "This conversation is still working on the last message.", {
    hint: "Wait for its answer, or stop it first.",
    data: { threadId },
  });
}

const pauseRow = z.object({
  id: z.string(),
  kind: z.enum(["human", "timer", "child", "event", "client", "breakpoint"]),
  message: z.string().nullable(),
});

const waitWords = {
  timer: "until a time that its agent was given",
  child: "for another agent",
  event: "for another system",
  client: "for the result of a tool that its caller runs",
  breakpoint: "at a breakpoint",
};

async function waiting(connection: PoolClient, threadId: string): Promise<AppError> {
  const { rows } = await connection.query(
    `select id, kind, payload->>'message' as message from interrupts
     where thread_id = $1 and status = 'waiting' order by kind = 'human' desc, created_at limit 1`,
    [threadId],
  );
  const pause = pauseRow.optional().parse(rows[0]);
  const data = { threadId, interruptId: pause?.id ?? null };
  if (pause && pause.kind !== "human") {
    return new AppError("conflict", `This conversation waits ${waitWords[pause.kind]}.`, {
      hint: "Wait until it goes on, or stop the run, before sending something new.",
      data,
    });
  }
  const asked = pause?.message ? `: “${pause.message}”` : "";
  return new AppError("conflict", `This conversation waits for an approval${asked}.`, {
    hint: "Answer the approval, or stop the run, before sending something new.",
    data,
  });
}
