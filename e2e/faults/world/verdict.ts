import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { answerInterrupt, listInterrupts } from "@/lib/api/contract/runs";
import { levelOf } from "./graphs";
import type { Effect } from "./recorder";
import type { World } from "./world";

const runRows = z.array(
  z.object({
    id: z.string(),
    status: z.string(),
    endedAt: z.date().nullable(),
    problem: z.unknown(),
    checkpoints: z.coerce.number(),
    steps: z.coerce.number(),
  }),
);
export type EndedRun = z.infer<typeof runRows>[number];

/** What became of the runs, as the database and the recorder outside tell it. */
export interface Verdict {
  runs: EndedRun[];
  /** Accepted, and at the deadline neither ended nor waiting for a person. */
  lost: string[];
  /** Committed steps that acted again. */
  repeated: string[];
  /** Requests that must not act twice and did, without anybody having said so. */
  doubled: string[];
  /** Runs that a person would have to repair: they ended in an error that is not their graph's own. */
  broken: string[];
  /** Questions that were answered on the way. */
  doubts: number;
}

const settledStatuses = new Set(["success", "error", "timeout", "cancelled", "interrupted"]);

/**
 * Waits until every run has ended, answering what the engine itself asks, and judges.
 * @param withinMs after which an unfinished run counts as lost
 */
export async function judge(world: World, ids: readonly string[], withinMs: number): Promise<Verdict> {
  const deadline = Date.now() + withinMs;
  const careful = new Set<string>();
  let runs = await read(world, ids);
  while (!runs.every(({ status }) => settledStatuses.has(status) && status !== "interrupted")) {
    if (Date.now() > deadline) break;
    await answerDoubts(world, careful);
    await wait(200);
    runs = await read(world, ids);
  }
  const known = new Set(runs.map(({ id }) => id));
  const open = runs.filter(({ status }) => !settledStatuses.has(status)).map(({ id }) => id);
  return {
    runs,
    lost: [...ids.filter((id) => !known.has(id)), ...open],
    repeated: runs.flatMap((run) => repeatedSteps(world.recorder.of(run.id), run)),
    doubled: runs.flatMap(({ id }) => doubledActs(world.recorder.of(id))),
    broken: runs.filter(({ status }) => status === "error" || status === "timeout").map(({ id }) => id),
    doubts: careful.size,
  };
}

async function read(world: World, ids: readonly string[]): Promise<EndedRun[]> {
  const { rows } = await world.cluster.pool.query(
    `select r.id, r.status, r.ended_at as "endedAt", r.problem,
       count(c.checkpoint_id) as checkpoints, count(distinct c.metadata->>'step') as steps
     from runs r left join langgraph.checkpoints c on c.thread_id = r.thread_id and c.checkpoint_ns = ''
     where r.id = any($1) group by r.id`,
    [ids],
  );
  return runRows.parse(rows);
}

/** The engine asks what became of a request that was in flight: the person goes on without it. */
async function answerDoubts(world: World, answered: Set<string>): Promise<void> {
  const { items } = await world.admin
    .call(listInterrupts, { query: { status: "waiting", limit: 200 } })
    .catch(() => ({ items: [] }));
  for (const { id, payload } of items) {
    if (payload.kind !== "outcome_unknown") continue;
    await world.admin.call(answerInterrupt, { params: { id }, body: { answer: "skip" } }).then(
      () => answered.add(id),
      () => {},
    );
  }
}

/** A request of an earlier superstep after one of a later: the step had been stored, or the later could not have begun. */
function repeatedSteps(effects: readonly Effect[], run: EndedRun): string[] {
  let furthest = 0;
  const repeated: string[] = [];
  for (const effect of effects) {
    const level = levelOf(effect.node);
    const afterEnd = run.endedAt !== null && effect.at > run.endedAt.getTime();
    if (level < furthest || afterEnd) repeated.push(effect.key);
    furthest = Math.max(furthest, level);
  }
  // In a thread without forks every superstep has one checkpoint.
  if (run.checkpoints > run.steps) repeated.push(`${run.id}: a step has several checkpoints`);
  return repeated;
}

/** What must not happen twice and did; all else may act again under its key. */
function doubledActs(effects: readonly Effect[]): string[] {
  const seen = new Set<string>();
  return effects.flatMap(({ key, once }) => {
    const isDouble = once && seen.has(key);
    seen.add(key);
    return isDouble ? [key] : [];
  });
}
