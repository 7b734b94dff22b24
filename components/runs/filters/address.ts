import { z } from "zod";
import type { CallInput } from "@/lib/api/contract/endpoint";
import { runFilterShape } from "@/lib/api/contract/run-filter";
import type { listRuns } from "@/lib/api/contract/runs";
import { isAgo, timeOf } from "./ago";

const { agentId: agent, threadId: thread, since, before, ...rest } = runFilterShape;
/** Or so long before now, which a saved list goes on meaning tomorrow. */
const orAgo = <Time extends z.ZodType>(time: Time) =>
  z.union([z.string().refine(isAgo), time], { error: "A moment, or a time before now such as 24h or 7d." });

/** What the address of a list may be narrowed by, as it stands there. */
const addressShape = { agent, thread, ...rest, since: orAgo(since), before: orAgo(before) };
export type FilterKey = keyof typeof addressShape;

export function isFilterKey(name: string): name is FilterKey {
  return Object.hasOwn(addressShape, name);
}
export const filterKeys = Object.keys(addressShape).filter(isFilterKey);
export type FilterValues = Partial<Record<FilterKey, string>>;
/** Null takes a filter away. */
export type FilterChange = Partial<Record<FilterKey, string | null>>;

type Query = Omit<CallInput<typeof listRuns>["query"], "cursor" | "limit" | "order">;

export interface ReadFilters {
  /** What the API is asked, at this moment. */
  query: (now: number) => Query;
  /** What is wrong with a value, in words; it is not asked for. */
  wrong: Partial<Record<FilterKey, string>>;
}

/**
 * Reads the filters of an address, which anybody may have written.
 * @param ofAgent the list is one agent's already
 */
export function readFilters(values: FilterValues, ofAgent: boolean): ReadFilters {
  const wrong: Partial<Record<FilterKey, string>> = {};
  for (const key of filterKeys) {
    const value = values[key];
    if (value === undefined) continue;
    const read = addressShape[key].safeParse(value);
    if (!read.success) wrong[key] = wordsOf(read.error);
  }
  for (const [least, most] of ranges) {
    if (wrong[least] || wrong[most] || values[least] === undefined || values[most] === undefined) continue;
    if (Number(values[least]) <= Number(values[most])) continue;
    wrong[least] = "This is more than the most.";
    wrong[most] = "This is less than the least.";
  }
  if (values.version !== undefined && !wrong.version && !ofAgent && values.agent === undefined) {
    wrong.version = "Choose an agent, too: each counts its own versions.";
  }
  if (values.score === undefined && (values.minScore ?? values.maxScore) !== undefined) {
    wrong.minScore = "Say which score it is.";
    wrong.maxScore = wrong.minScore;
  }
  const now = Date.now();
  if (!wrong.since && !wrong.before && values.since && values.before) {
    if (timeOf(values.since, now) >= timeOf(values.before, now)) {
      wrong.since = "This is not before the end.";
      wrong.before = "This is not after the start.";
    }
  }
  const right = Object.fromEntries(filterKeys.flatMap((key) => (wrong[key] ? [] : [[key, values[key]]])));
  return { wrong, query: (now) => queryOf(right, now) };
}

const ranges = [
  ["minMs", "maxMs"],
  ["minMicros", "maxMicros"],
  ["minScore", "maxScore"],
] as const;

const querySchema = z.object(runFilterShape);

function queryOf(
  { agent: agentId, thread: threadId, since, before, ...values }: FilterValues,
  now: number,
): Query {
  const moment = (value: string | undefined) => value && new Date(timeOf(value, now)).toISOString();
  return querySchema.parse({ ...values, agentId, threadId, since: moment(since), before: moment(before) });
}

function wordsOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue?.code === "invalid_value") return "There is no such choice.";
  if (issue?.code === "invalid_type") return "Enter a whole number.";
  if (issue?.code === "too_small") return `The least is ${issue.minimum}.`;
  if (issue?.code === "too_big")
    return `At most ${issue.maximum}${issue.origin === "string" ? " letters" : ""}.`;
  return issue?.message ?? "This cannot be used.";
}
