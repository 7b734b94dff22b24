import { sql } from "drizzle-orm";
import pLimit from "p-limit";
import { z } from "zod";
import { runs } from "@/drizzle/schema";
import {
  type KeyedMessage,
  keyedMessageSchema,
  messagesAt,
  messagesBefore,
  type RunRow,
  type StateContext,
} from "./turn-messages";
import { pausePlaces } from "./turn-pauses";

/**
 * What a run added to its conversation. Read from checkpoints as long as they are there; written to the run's row
 * before they go.
 */
export const keptTurnSchema = z.object({
  messages: z.array(keyedMessageSchema),
  /** After how many of these messages each pause came, in the order of the pauses. */
  pauses: z.array(z.object({ interruptId: z.string(), after: z.int() })),
});
export type KeptTurn = z.infer<typeof keptTurnSchema>;

/** A run that took the place of others leaves those, and what was sent between them and itself, out of the talk. */
export const notUndone = sql`not exists (
  select 1 from runs later join runs undone on undone.id = later.replaces
  where later.thread_id = ${runs.threadId} and later.replaces is not null
    and ${runs.createdAt} >= undone.created_at and ${runs.createdAt} < later.created_at)`;

/** Turns of runs of one conversation that follow each other, oldest first. */
export async function readTurns(context: StateContext, rows: readonly RunRow[]): Promise<KeptTurn[]> {
  const kept = rows.map(({ turn }) => (turn === null ? undefined : keptTurnSchema.parse(turn)));
  const open = rows.filter((_row, at) => !kept[at]);
  const states = await readStates(context, open);
  const seen = new Set((await messagesBefore(context, open)).map(({ key }) => key));
  const added = (messages: readonly KeyedMessage[]) => {
    const fresh = messages.filter(({ key }) => !seen.has(key));
    for (const { key } of fresh) seen.add(key);
    return fresh;
  };
  return rows.map((row, at) => {
    const known = kept[at];
    if (known) {
      added(known.messages);
      return known;
    }
    const state = states.get(row.id);
    const messages = added(state?.messages ?? []);
    return { messages, pauses: (state?.pauses ?? []).map((pause) => placed(pause, messages)) };
  });
}

interface PauseState {
  interruptId: string;
  before: readonly KeyedMessage[];
}

/** The whole conversation after each run, and at each of its pauses. */
async function readStates(context: StateContext, rows: readonly RunRow[]) {
  const limit = pLimit(4);
  const read = (row: RunRow, checkpointId?: string) => limit(() => messagesAt(context, row, checkpointId));
  const places = await pausePlaces(
    context.pool,
    rows.map(({ id }) => id),
  );
  const states = rows.map(async (row) => {
    const pauses = places
      .filter(({ runId }) => runId === row.id)
      .map(
        async ({ interruptId, checkpointId }): Promise<PauseState> => ({
          interruptId,
          before: await read(row, checkpointId),
        }),
      );
    return [row.id, { messages: await read(row), pauses: await Promise.all(pauses) }] as const;
  });
  return new Map(await Promise.all(states));
}

/** A later step may have taken messages away, so it counts up to the last one of those that are left. */
function placed({ interruptId, before }: PauseState, messages: readonly KeyedMessage[]) {
  const known = new Set(before.map(({ key }) => key));
  return { interruptId, after: messages.findLastIndex(({ key }) => known.has(key)) + 1 };
}
