import { and, eq } from "drizzle-orm";
import { interrupts } from "@/drizzle/schema";
import type { WorkspaceActor } from "@/lib/auth/actor";
import { AppError } from "@/workflows/errors/app-error";
import type { Breakpoint, GoOn } from "@/workflows/travel/breakpoint";
import { toJsonb } from "../events/jsonb";
import { answererOf } from "../pauses/answerer";
import { answerAs } from "./answer-interrupt";
import type { RunContext } from "./context";
import { getInterrupt } from "./read-interrupts";
import { requireVisible } from "./visibility";

/** How a stopped run goes on, and where it stops from now on where that has changed. */
export interface GoOnWish {
  goOn: GoOn;
  breakpoints?: readonly Breakpoint[] | undefined;
}

/**
 * Lets a test run go on that was stopped at a breakpoint.
 * @throws AppError not_found; conflict: it is not stopped; already_answered: somebody was faster
 */
export async function goOnStopped(
  context: RunContext,
  actor: WorkspaceActor,
  runId: string,
  { goOn, breakpoints }: GoOnWish,
): Promise<void> {
  await requireVisible(context, actor, runId);
  const isStop = and(
    eq(interrupts.runId, runId),
    eq(interrupts.kind, "breakpoint"),
    eq(interrupts.status, "waiting"),
  );
  const [stop] = await context.db.select({ id: interrupts.id }).from(interrupts).where(isStop);
  if (!stop) throw new AppError("conflict", "This run is not stopped at a breakpoint.");
  const read = () => getInterrupt(context.db, actor, stop.id);
  const answer = { answer: goOn.mode, ...(goOn.mode === "to" && { text: goOn.nodeId }) };
  await answerAs(context, await answererOf(context.db, actor), await read(), answer, {
    read,
    first: async (connection) => {
      if (!breakpoints) return;
      const values = [runId, toJsonb(breakpoints)];
      await connection.query("update runs set breakpoints = $2 where id = $1", values);
    },
  });
}
