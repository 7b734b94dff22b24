import { and, eq } from "drizzle-orm";
import { runs } from "@/drizzle/schema";
import { readDocument } from "@/lib/agents/graph";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/workflows/errors/app-error";
import { terminalStatuses } from "@/workflows/events/run-status";
import type { GraphDocument } from "@/workflows/graph/document";
import { jsonObjectSchema } from "@/workflows/graph/json";
import { testOptionsSchema } from "@/workflows/graph/test-options";
import { forkSchema } from "@/workflows/travel/state-edit";
import type { RunContext } from "../service/context";
import { createRun, type RunRequest } from "../service/create-run";
import type { Made } from "../service/once";
import { graphOfRun } from "../service/run-graph";
import { runNotFound, visibleRuns } from "../service/visibility";
import { stateOfOrigin } from "./state-of-origin";

export interface ReplayRequest {
  runId: string;
  /** Another graph than the one that ran. */
  draft?: { revision: number; document: GraphDocument } | undefined;
  /** What becomes of it where it asks for what was not recorded. */
  otherwise: "stop" | "live";
}

type Row = typeof runs.$inferSelect;

/** A run that the actor may see and that can be replayed. @throws AppError not_found, conflict */
export async function replayable(context: RunContext, actor: Actor, runId: string): Promise<Row> {
  const [run] = await context.db
    .select()
    .from(runs)
    .where(and(eq(runs.id, runId), visibleRuns(context.db, actor)));
  if (!run) throw runNotFound();
  if (!terminalStatuses.has(run.status)) {
    throw new AppError("conflict", "This run has not ended yet.", { hint: "Wait until it has, or stop it." });
  }
  if (run.eventsDeletedAt !== null) {
    throw new AppError("conflict", "The recording of this run is no longer kept.", {
      hint: "Keep traces longer in Settings → Retention to replay older runs.",
    });
  }
  await requireRecording(context, actor, runId);
  return run;
}

/** @throws AppError conflict: its graph says that its runs are not recorded */
async function requireRecording(context: RunContext, actor: Actor, runId: string): Promise<void> {
  const { agent } = await graphOfRun(context, actor, runId);
  if (agent.isRecorded) return;
  throw new AppError("conflict", "This run was not recorded: its agent has recording switched off.", {
    hint: "Switch it on in the agent's settings, under “Record runs”, and run it anew.",
  });
}

/**
 * Runs a run's graph, or the draft as it is now, on what the run got from outside then: in a thread of its own, with
 * nobody called and nobody asked.
 * @throws AppError not_found, conflict, and as `createRun`
 */
export async function replayRun(
  context: RunContext,
  actor: Actor,
  { runId, draft, otherwise }: ReplayRequest,
): Promise<Made> {
  const run = await replayable(context, actor, runId);
  return createRun(context, actor, {
    agent: { id: run.agentId, workspaceId: run.workspaceId },
    graph: draft ? draftOf(run, draft) : graphOf(run),
    source: "test",
    input: jsonObjectSchema.parse(run.input),
    ...(await beginningOf(context, run)),
    origin: { kind: "replay", runId, otherwise },
  });
}

/** A fork goes on from where it went on then; any other run begins with what its thread held before. */
async function beginningOf({ pool }: RunContext, run: Row): Promise<Pick<RunRequest, "fork" | "startsFrom">> {
  if (run.fork === null) return { startsFrom: await stateOfOrigin(pool, run) };
  return { fork: { ...forkSchema.parse(run.fork), threadId: run.threadId } };
}

function graphOf(run: Row): RunRequest["graph"] {
  if (run.version !== null) return { version: run.version };
  return draftOf(run, { revision: run.draftRevision ?? 0, document: readDocument(run.document) });
}

/** A part of the graph stays that part. */
function draftOf(
  { testOptions }: Row,
  { revision, document }: { revision: number; document: GraphDocument },
): RunRequest["graph"] {
  return { draftRevision: revision, document, options: testOptionsSchema.parse(testOptions ?? {}) };
}
