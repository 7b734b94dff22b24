import { z } from "zod";
import type { runs } from "@/drizzle/schema";
import { messagesChannelOf } from "@/lib/agents/inputs";
import { plainMessageSchema } from "@/workflows/events/message";
import { toLangChainMessages, toPlainMessage } from "@/workflows/events/plain-message.server";
import { checkpointRunKey } from "../checkpoint/saver";
import { firstCheckpoint, noCheckpoint } from "./before-run";
import type { RunContext } from "./context";
import { graphSource } from "./graph-source";

export type RunRow = typeof runs.$inferSelect;
export type StateContext = Pick<RunContext, "pool" | "db" | "saver" | "agents">;

export const keyedMessageSchema = z.object({ key: z.string(), message: plainMessageSchema });
/** A message with what tells it apart: its id, or its place where it has none. */
export type KeyedMessage = z.infer<typeof keyedMessageSchema>;

/** The conversation as it stood at a checkpoint of the run; without one, after its last step. */
export async function messagesAt(
  context: StateContext,
  run: RunRow,
  checkpointId?: string,
): Promise<KeyedMessage[]> {
  const { document } = await context.agents.get(graphSource(context.db, run));
  const channel =
    messagesChannelOf(document) ??
    Object.entries(document.channels).find(([, { type }]) => type === "messages")?.[0];
  const state = channel && (await stateOf(context, run, checkpointId));
  if (!state) return [];
  return toLangChainMessages(state[channel])
    .map(toPlainMessage)
    .map((message, at) => ({ key: message.id ?? `#${at}`, message }));
}

/** The conversation that the first of these runs which wrote anything found. */
export async function messagesBefore(
  context: StateContext,
  rows: readonly RunRow[],
): Promise<KeyedMessage[]> {
  for (const run of rows) {
    const base =
      run.baseCheckpointId ?? (await firstCheckpoint(context.pool, run.threadId, run.id))?.parentId;
    if (base === undefined) continue;
    return base === null || base === noCheckpoint ? [] : messagesAt(context, run, base);
  }
  return [];
}

async function stateOf({ saver }: StateContext, run: RunRow, checkpointId?: string) {
  const place = { thread_id: run.threadId, checkpoint_ns: "" };
  if (checkpointId) {
    const tuple = await saver.getTuple({ configurable: { ...place, checkpoint_id: checkpointId } });
    return tuple?.checkpoint.channel_values;
  }
  const filter = { [checkpointRunKey]: run.id };
  for await (const tuple of saver.list({ configurable: place }, { filter, limit: 1 })) {
    return tuple.checkpoint.channel_values;
  }
  return undefined;
}
