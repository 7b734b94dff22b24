import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/workflows/errors/app-error";
import type { RunOrigin } from "@/workflows/events/run-origin";
import type { GraphDocument } from "@/workflows/graph/document";
import { jsonObjectSchema } from "@/workflows/graph/json";
import { testOptionsSchema } from "@/workflows/graph/test-options";
import type { Breakpoint } from "@/workflows/travel/breakpoint";
import { checkpointMisfits } from "@/workflows/travel/checkpoint-misfits";
import type { StateEdit } from "@/workflows/travel/state-edit";
import { noLongerKept } from "../checkpoint/copy-state";
import type { RunContext } from "./context";
import type { RunRequest } from "./create-run";
import { graphSource } from "./graph-source";
import { graphOfRun } from "./run-graph";

/** Where in a run another one is made from: at a checkpoint, or before a visit of a node. */
export type ForkPoint = { checkpointId: string } | { nodeId: string; visit: number };

export interface ForkRequest {
  from: ForkPoint;
  edits: readonly StateEdit[];
  /** The draft in place of the graph as it ran. */
  draft?: Extract<RunRequest["graph"], { document: unknown }> | undefined;
  breakpoints?: readonly Breakpoint[] | undefined;
}

/**
 * What makes a run that goes on from a step of another one, on a thread of its own: a branch of that one's conversation.
 * @throws AppError not_found, invalid_input: nothing comes after that step, an edit does not fit its channel, or the
 *   state does not go with the draft (data: why)
 */
export async function forkOf(
  context: RunContext,
  actor: Actor,
  runId: string,
  { from, edits, draft, breakpoints }: ForkRequest,
): Promise<RunRequest> {
  const { run, document } = await graphOfRun(context, actor, runId);
  const { checkpointId, next } = await pointOf(context, run.id, from);
  requireNext(next, edits);
  const graph = draft ?? ranGraph(run, document);
  const target = await context.agents.get(graphSource(context.db, { ...run, ...rowOf(graph) }));
  const place = { thread_id: run.threadId, checkpoint_ns: "", checkpoint_id: checkpointId };
  const tuple = await context.saver.getTuple({ configurable: place });
  if (!tuple) throw noLongerKept();
  const stored = tuple.checkpoint.channel_values;
  const changed = target.agent.editState(stored, edits, run.id);
  if (draft) {
    const was = await context.agents.get(graphSource(context.db, run));
    const values = { ...was.agent.plainState(stored), ...target.agent.plainState(changed) };
    requireFit(checkpointMisfits({ document, values, next }, draft.document));
  }
  const origin: RunOrigin = {
    runId: run.id,
    checkpointId,
    ...("nodeId" in from ? { kind: "rerun", nodeId: from.nodeId } : { kind: "fork" }),
  };
  return {
    agent: { id: run.agentId, workspaceId: run.workspaceId },
    graph,
    source: "test",
    input: jsonObjectSchema.parse(run.input),
    origin,
    fork: { threadId: run.threadId, checkpointId, next, edits: [...edits] },
    ...(breakpoints && { breakpoints: [...breakpoints] }),
  };
}

type Found = Awaited<ReturnType<typeof graphOfRun>>;

function ranGraph(run: Found["run"], document: GraphDocument): RunRequest["graph"] {
  if (run.version !== null) return { version: run.version };
  const options = testOptionsSchema.parse(run.testOptions ?? {});
  return { draftRevision: run.draftRevision ?? 0, document, options };
}

const rowOf = (graph: RunRequest["graph"]) =>
  "document" in graph
    ? {
        version: null,
        draftRevision: graph.draftRevision,
        document: graph.document,
        testOptions: graph.options ?? null,
      }
    : { version: graph.version, draftRevision: null, document: null, testOptions: null };

const pointRow = z.object({ checkpointId: z.string(), next: z.array(z.string()) });

/** Only checkpoints that this run reported: its thread may hold those of other runs. */
async function pointOf({ pool }: RunContext, runId: string, from: ForkPoint) {
  const { rows } = await ("checkpointId" in from
    ? pool.query(
        `select data->>'checkpointId' as "checkpointId", data->'next' as next from run_events
         where run_id = $1 and type = 'checkpoint.saved' and data->>'checkpointId' = $2 limit 1`,
        [runId, from.checkpointId],
      )
    : pool.query(
        `select data->>'checkpointId' as "checkpointId", data->'next' as next from run_events
         where run_id = $1 and type = 'checkpoint.saved' and seq < (
           select min(seq) from run_events
           where run_id = $1 and type = 'node.started' and node = $2 and visit = $3)
         order by seq desc limit 1`,
        [runId, from.nodeId, from.visit],
      ));
  const found = pointRow.optional().parse(rows[0]);
  if (!found) throw new AppError("not_found", "This run has no such step.");
  return found;
}

function requireNext(next: readonly string[], edits: readonly StateEdit[]): void {
  if (next.length === 0) {
    throw new AppError("invalid_input", "Nothing comes after this step: there is nothing to go on with.", {
      field: "from",
      hint: "Choose an earlier step.",
    });
  }
  if (edits.length > 0 && next.includes("__start__")) {
    throw new AppError(
      "invalid_input",
      "This is the input itself: what Start writes would undo every change.",
      {
        field: "from",
        hint: "Choose the step after it.",
      },
    );
  }
}

function requireFit(misfits: ReturnType<typeof checkpointMisfits>): void {
  const [worst] = misfits.filter(({ severity }) => severity === "error");
  if (!worst) return;
  throw new AppError("invalid_input", `This step does not go with the draft: ${worst.message}`, {
    field: "graph",
    hint: "Take the graph as it ran, or choose another step.",
    nodeId: worst.nodeId,
    channel: worst.channel,
    data: { misfits },
  });
}
