import { eq } from "drizzle-orm";
import { runs } from "@/drizzle/schema";
import type { Actor } from "@/lib/auth/actor";
import type { RunContext } from "@/lib/runs/service/context";
import { readTurns } from "@/lib/runs/service/kept-turn";
import type { RunService } from "@/lib/runs/service/run-service";
import { AppError } from "@/workflows/errors/app-error";
import type { FeedbackTarget } from "@/workflows/feedback/target";

/** What is said stays with something that is there. @throws AppError invalid_input, not_found (the run) */
export async function requireTarget(
  context: RunContext,
  runs: RunService,
  actor: Actor,
  runId: string,
  { spanId, messageId }: FeedbackTarget,
): Promise<void> {
  if (spanId !== undefined) {
    const spans = await runs.spans(actor, runId);
    if (!spans.some(({ id }) => id === spanId)) {
      throw new AppError("invalid_input", "The run has no such span.", { field: "spanId" });
    }
  }
  if (messageId !== undefined && !(await saysMessage(context, runId, messageId))) {
    throw new AppError("invalid_input", "The run said no such message.", { field: "messageId" });
  }
}

async function saysMessage(context: RunContext, runId: string, messageId: string): Promise<boolean> {
  const rows = await context.db.select().from(runs).where(eq(runs.id, runId));
  const turns = await readTurns(context, rows);
  return turns.some(({ messages }) => messages.some(({ key }) => key === messageId));
}
