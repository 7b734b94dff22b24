import { newId } from "@/lib/db/id";
import { asksPerson } from "@/workflows/events/asks";
import type { EventDraft } from "@/workflows/events/event";
import { packed, storable } from "../recording/packed";
import { appendSql } from "./append-sql";
import { type AppendGroup, rowChange } from "./group";
import { toJsonb } from "./jsonb";

/** A pool, or one connection of it inside a transaction. */
export interface Sql {
  query(query: {
    name?: string;
    text: string;
    values: unknown[];
  }): Promise<{ rows: Record<string, unknown>[] }>;
}

/** The number before a group's first event, per run; a run that is missing refused its group. */
export type Bases = ReadonlyMap<string, number>;

/**
 * Stores groups of events in one round trip.
 * @param processId named in the notification, so that this process does not read its own events back
 */
export async function appendEvents(
  sql: Sql,
  processId: number,
  groups: readonly AppendGroup[],
): Promise<Bases> {
  const values = [
    ...runColumns(groups),
    ...eventColumns(groups),
    ...usageColumns(groups),
    ...pauseColumns(groups),
    String(processId),
    ...keptColumns(groups),
    ...callColumns(groups),
  ];
  const { rows } = await sql.query({ name: "append_run_events", text: appendSql, values });
  return new Map(rows.map((row) => [String(row.id), Number(row.base)]));
}

/** Turns rows into columns, as `unnest` takes them. */
function columns<Row>(rows: readonly Row[], ...pick: ((row: Row) => unknown)[]): unknown[][] {
  return pick.map((of) => rows.map(of));
}

function runColumns(groups: readonly AppendGroup[]): unknown[][] {
  const rows = groups.map((group) => ({ group, change: rowChange(group.events) }));
  return columns(
    rows,
    ({ group }) => group.runId,
    ({ group }) => group.epoch,
    ({ group }) => group.events.length,
    ({ change }) => change.status,
    ({ change }) => change.output,
    ({ change }) => change.problem,
    ({ change }) => change.inputTokens,
    ({ change }) => change.outputTokens,
    ({ change }) => change.cachedTokens,
    ({ change }) => change.costMicros,
    ({ change }) => change.unknownCostCalls,
  );
}

interface Placed<Event extends EventDraft = EventDraft> {
  runId: string;
  /** 1 for the group's first event. */
  pos: number;
  event: Event;
}

function placed(groups: readonly AppendGroup[]): Placed[] {
  return groups.flatMap(({ runId, events }) => events.map((event, at) => ({ runId, pos: at + 1, event })));
}

function ofType<Type extends EventDraft["type"]>(
  groups: readonly AppendGroup[],
  type: Type,
): Placed<Extract<EventDraft, { type: Type }>>[] {
  const is = (row: Placed): row is Placed<Extract<EventDraft, { type: Type }>> => row.event.type === type;
  return placed(groups).filter(is);
}

function eventColumns(groups: readonly AppendGroup[]): unknown[][] {
  return columns(
    placed(groups),
    ({ runId }) => runId,
    ({ pos }) => pos,
    ({ event }) => event.ts,
    ({ event }) => event.type,
    ({ event }) => event.node ?? null,
    ({ event }) => event.visit ?? null,
    ({ event }) => toJsonb(event.ns),
    ({ event }) => toJsonb(event.data),
  );
}

function usageColumns(groups: readonly AppendGroup[]): unknown[][] {
  return columns(
    ofType(groups, "model.finished"),
    ({ runId }) => runId,
    ({ pos }) => pos,
    ({ event }) => event.data.provider,
    ({ event }) => event.data.model,
    ({ event }) => event.data.usage?.input ?? 0,
    ({ event }) => event.data.usage?.output ?? 0,
    ({ event }) => event.data.usage?.cached ?? 0,
    ({ event }) => event.data.costMicros,
  );
}

function keptColumns(groups: readonly AppendGroup[]): unknown[][] {
  return columns(
    ofType(groups, "model.finished"),
    ({ event }) => event.data.kept !== undefined,
    ({ event }) => event.data.kept?.savedMicros ?? null,
  );
}

function callColumns(groups: readonly AppendGroup[]): unknown[][] {
  const rows = groups.flatMap(({ runId, calls = [] }) =>
    calls.map((call, pos) => ({ runId, pos, call, ...packed(call.result) })),
  );
  return columns(
    rows,
    ({ runId }) => runId,
    ({ pos }) => pos,
    ({ call }) => call.key,
    ({ call }) => call.place,
    ({ call }) => call.visit,
    ({ call }) => call.kind,
    ({ call }) => storable(call.target),
    ({ call }) => storable(call.asked),
    ({ isPacked }) => isPacked,
    ({ bytes }) => bytes,
  );
}

function pauseColumns(groups: readonly AppendGroup[]): unknown[][] {
  return columns(
    ofType(groups, "node.interrupted"),
    ({ runId }) => runId,
    () => newId("int"),
    ({ event }) => event.node ?? "",
    ({ event }) => event.visit ?? 1,
    ({ event }) => event.data.interruptId,
    ({ event }) => toJsonb(event.data.payload),
    ({ event }) => (asksPerson(event.data.payload) ? "human" : event.data.payload.kind),
    ({ event }) => event.data.payload.wakeAt ?? null,
    ({ event }) => event.data.payload.wakeAfterMs ?? null,
    ({ event }) => event.data.payload.childRunId ?? null,
  );
}
