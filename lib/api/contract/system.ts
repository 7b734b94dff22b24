import { z } from "zod";
import { endpoint, time } from "./endpoint";

const tag = "System";
const ms = z.number();

const seenProcess = z.object({
  id: z.int(),
  role: z.enum(["all", "web", "worker"]),
  host: z.string(),
  pid: z.int(),
  version: z.string(),
  upMs: ms,
  seenMsAgo: ms,
  state: z.enum(["well", "stopping", "stuck", "hung", "dead"]),
  /** In words, where it is not well. */
  why: z.string().nullable(),
  /** null: it does not work on runs, or reports in a way that this release does not know. */
  work: z.object({ places: z.int(), active: z.int() }).nullable(),
  /** How late its event loop is, memory in bytes and database connections. */
  loopMs: ms.nullable(),
  memory: z.object({ rss: z.number(), heapUsed: z.number(), heapLimit: z.number() }).nullable(),
  pool: z.object({ size: z.int(), inUse: z.int(), waiting: z.int() }).nullable(),
});

export const getSystem = endpoint({
  method: "get",
  path: "/system",
  access: "system.read",
  tag,
  summary: "The whole installation: processes, queue, circuit breakers, and what is wrong",
  response: z.object({
    problems: z.array(
      z.object({ check: z.string(), message: z.string(), since: time, action: z.string().optional() }),
    ),
    queue: z.object({ waiting: z.int(), oldestMs: ms, held: z.int(), running: z.int() }),
    processes: z.array(seenProcess),
    breakers: z.array(
      z.object({
        process: z.string(),
        kind: z.enum(["provider", "host", "tool"]),
        name: z.string(),
        state: z.enum(["closed", "open", "half_open"]),
        failures: z.int(),
        since: time,
        lastError: z.string().nullable(),
      }),
    ),
  }),
});

/** Whoever waits for a run may know that nobody is there to take it. */
export const getWorkers = endpoint({
  method: "get",
  path: "/workers",
  access: "anyone",
  tag,
  summary: "Whether anybody works on runs at the moment",
  response: z.object({ present: z.boolean() }),
});
