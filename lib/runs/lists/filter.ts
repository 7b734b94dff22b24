import { and, eq, gte, inArray, isNotNull, lt, lte, not, type SQL, sql } from "drizzle-orm";

import type { PgColumn } from "drizzle-orm/pg-core";
import { feedback, runs, runTags } from "@/drizzle/schema";
import { AppError } from "@/workflows/errors/app-error";
import { type AskedStatus, failedStatuses } from "@/workflows/events/run-status";
import { scoreOfThumb, type Thumb, thumbsName } from "@/workflows/feedback/value";
import type { RunSource } from "../service/insert-run";

/** What a list of runs is narrowed to. */
export interface RunFilter {
  /** Among these alone. */
  ids?: readonly string[] | undefined;
  agentId?: string | undefined;
  threadId?: string | undefined;
  status?: AskedStatus | undefined;
  source?: RunSource | undefined;
  /** A published version of the agent. */
  version?: number | undefined;
  /** Id of the member who started it. */
  person?: string | undefined;
  tag?: string | undefined;
  /** Code of the problem it ended with. */
  problem?: string | undefined;
  /** Milliseconds from start to end; what has not ended has taken none. */
  minMs?: number | undefined;
  maxMs?: number | undefined;
  /** Micro-dollars at the end. */
  minMicros?: number | undefined;
  maxMicros?: number | undefined;
  /** Somebody gave it this thumb. */
  thumb?: Thumb | undefined;
  /** Somebody gave it a score of this name, from the one to the other. */
  score?: string | undefined;
  minScore?: number | undefined;
  maxScore?: number | undefined;
  /** Whether somebody wrote something about it. */
  commented?: "yes" | "no" | undefined;
  /** ISO times of creation, the second excluded. */
  since?: string | undefined;
  before?: string | undefined;
}

/**
 * The filter as a condition on `runs`; each of its parts has an index of its own (docs/decisions/096-lists-of-runs.md).
 * @throws AppError invalid_input: bounds of a score without its name
 */
export function matches(filter: RunFilter): SQL | undefined {
  const { ids, tag, since, before } = filter;
  return and(
    ids === undefined ? undefined : inArray(runs.id, [...ids]),
    is(runs.agentId, filter.agentId),
    is(runs.threadId, filter.threadId),
    filter.status === "failed" ? inArray(runs.status, [...failedStatuses]) : is(runs.status, filter.status),
    is(runs.source, filter.source),
    is(runs.version, filter.version),
    is(runs.createdBy, filter.person),
    is(runs.problemCode, filter.problem),
    filter.minMs === undefined ? undefined : gte(runs.tookMs, filter.minMs),
    filter.maxMs === undefined ? undefined : lte(runs.tookMs, filter.maxMs),
    filter.minMicros === undefined ? undefined : gte(runs.spentMicros, filter.minMicros),
    filter.maxMicros === undefined ? undefined : lte(runs.spentMicros, filter.maxMicros),
    since === undefined ? undefined : gte(runs.createdAt, new Date(since)),
    before === undefined ? undefined : lt(runs.createdAt, new Date(before)),
    tag === undefined ? undefined : hasTag(tag),
    ...saidOf(filter),
  );
}

function is(column: PgColumn, value: string | number | undefined): SQL | undefined {
  return value === undefined ? undefined : eq(column, value);
}

const hasTag = (tag: string): SQL =>
  sql`exists (select 1 from ${runTags} where ${runTags.runId} = ${runs.id} and ${runTags.workspaceId} = ${runs.workspaceId} and ${runTags.tag} = ${tag})`;

function saidOf({ thumb, score, minScore, maxScore, commented }: RunFilter): (SQL | undefined)[] {
  const wrote = has(isNotNull(feedback.comment));
  if (score === undefined && (minScore !== undefined || maxScore !== undefined)) {
    throw new AppError("invalid_input", "Say which score it is.", { field: "score" });
  }
  return [
    thumb && has(and(eq(feedback.name, thumbsName), eq(feedback.score, scoreOfThumb(thumb)))),
    score === undefined
      ? undefined
      : has(
          and(
            eq(feedback.name, score),
            isNotNull(feedback.score),
            minScore === undefined ? undefined : gte(feedback.score, minScore),
            maxScore === undefined ? undefined : lte(feedback.score, maxScore),
          ),
        ),
    commented && (commented === "yes" ? wrote : not(wrote)),
  ];
}

const has = (what: SQL | undefined): SQL =>
  sql`exists (select 1 from ${feedback} where ${feedback.runId} = ${runs.id} and ${feedback.workspaceId} = ${runs.workspaceId} and ${what})`;
