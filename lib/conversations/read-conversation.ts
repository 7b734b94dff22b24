import { and, eq, or, sql } from "drizzle-orm";
import { runs as runTable, threads } from "@/drizzle/schema";
import { messagesChannelOf } from "@/lib/agents/inputs";
import type { SeenConversation } from "@/lib/api/contract/conversations";
import type { InterruptSummary } from "@/lib/api/contract/runs";
import type { WorkspaceActor } from "@/lib/auth/actor";
import { said } from "@/lib/chat/said";
import { feedbackOf } from "@/lib/feedback/read";
import type { RunContext } from "@/lib/runs/service/context";
import { conversationRuns } from "@/lib/runs/service/conversation-runs";
import { readTurns } from "@/lib/runs/service/kept-turn";
import { getFacts } from "@/lib/runs/service/read-runs";
import { graphOfRun } from "@/lib/runs/service/run-graph";
import type { RunService } from "@/lib/runs/service/run-service";
import type { RunRow } from "@/lib/runs/service/turn-messages";
import { turnOf } from "@/lib/runs/service/turns";
import { threadNotFound } from "@/lib/runs/service/visibility";
import { AppError } from "@/workflows/errors/app-error";
import { titlesByAddress } from "@/workflows/graph/inside";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { besides } from "./besides";
import { findConversation } from "./list-conversations";

const mostTurns = 40;
const mostPauses = 200;

/**
 * A conversation as whoever looks after the agent sees it: its latest turns up to its head, or those before a run of it.
 * The id of a branch leads to the conversation.
 * @throws AppError not_found, invalid_input (before)
 */
export async function readConversation(
  context: RunContext,
  runs: RunService,
  actor: WorkspaceActor,
  id: string,
  before?: string,
): Promise<SeenConversation> {
  const found = await findConversation(context.db, actor, await rootOf(context, actor, id));
  if (!found) throw threadNotFound();
  const mark = before === undefined ? undefined : await runIn(context, found.id, before);
  const rows = await conversationRuns(context, found.id, mostTurns + 1, mark);
  const shown = rows.slice(-mostTurns);
  const { turns: count, ...conversation } = found;
  return {
    ...conversation,
    count,
    hasEarlier: rows.length > mostTurns,
    turns: await turnsOf(context, actor, shown),
    interrupts: await pausesOf(runs, actor, shown),
    branches: await branchesOf(runs, actor, shown, found.id),
    ...(await graphOf(context, actor, shown)),
  };
}

async function rootOf({ db }: RunContext, actor: WorkspaceActor, id: string): Promise<string> {
  const [row] = await db
    .select({ id: sql<string>`coalesce(${threads.branchOf}, ${threads.id})` })
    .from(threads)
    .where(and(eq(threads.id, id), eq(threads.workspaceId, actor.workspaceId)));
  if (!row) throw threadNotFound();
  return row.id;
}

async function runIn({ db }: RunContext, threadId: string, id: string): Promise<RunRow> {
  const [row] = await db
    .select({ run: runTable })
    .from(runTable)
    .innerJoin(threads, eq(threads.id, runTable.threadId))
    .where(and(eq(runTable.id, id), or(eq(threads.id, threadId), eq(threads.branchOf, threadId))));
  if (!row) {
    throw new AppError("invalid_input", "The conversation has no such run.", { field: "before" });
  }
  return row.run;
}

async function turnsOf(
  context: RunContext,
  actor: WorkspaceActor,
  rows: readonly RunRow[],
): Promise<SeenConversation["turns"]> {
  const ids = rows.map(({ id }) => id);
  const [kept, facts, feedback] = await Promise.all([
    readTurns(context, rows),
    getFacts(context.db, ids),
    feedbackOf(context.db, actor, ids),
  ]);
  return rows.flatMap((row, at) => {
    const run = facts.get(row.id);
    if (!run) return [];
    const turn = turnOf(row, kept[at] ?? { messages: [], pauses: [] });
    return {
      ...turn,
      messages: said(turn.messages),
      pauses: turn.pauses.map((pause) => ({
        ...pause,
        after: said(turn.messages.slice(0, pause.after)).length,
      })),
      feedback: feedback.filter(({ runId }) => runId === row.id),
      run,
    };
  });
}

async function pausesOf(
  runs: RunService,
  actor: WorkspaceActor,
  rows: readonly RunRow[],
): Promise<InterruptSummary[]> {
  const shown = new Set(rows.map(({ id }) => id));
  const found = await Promise.all(
    [...new Set(rows.map(({ threadId }) => threadId))].map((threadId) =>
      runs.interrupts(actor, { threadId }, { limit: mostPauses }),
    ),
  );
  return found.flatMap(({ items }) => items.filter(({ runId }) => shown.has(runId)).toReversed());
}

async function branchesOf(
  runs: RunService,
  actor: WorkspaceActor,
  rows: readonly RunRow[],
  threadId: string,
): Promise<SeenConversation["branches"]> {
  const [first] = rows;
  if (!first) return [];
  const { items } = await runs.branches(actor, first.id);
  const turns = rows.map(({ id, createdAt }) => ({ runId: id, createdAt: createdAt.toISOString() }));
  return besides(items, turns, threadId).map(
    ({ run: { runId, status, version, draftRevision, createdAt }, from, isOwn }) => ({
      runId,
      from,
      isOwn,
      status,
      version,
      draftRevision,
      createdAt,
    }),
  );
}

async function graphOf(context: RunContext, actor: WorkspaceActor, rows: readonly RunRow[]) {
  const last = rows.at(-1);
  if (!last) return { messagesChannel: null, nodeTitles: {} };
  const { document } = await graphOfRun(context, actor, last.id);
  return {
    messagesChannel: messagesChannelOf(document),
    nodeTitles: titlesByAddress(document, nodeDefinitions),
  };
}
