import { z } from "zod";
import { type Amounts, amountNames } from "@/workflows/figures/amounts";
import type { FlameNode } from "@/workflows/figures/flame";
import { readPath } from "@/workflows/figures/place";
import { rangeNames } from "@/workflows/figures/range";
import { isTimeZone } from "@/workflows/figures/zone";
import { graphDocumentSchema } from "@/workflows/graph/document";
import { endpoint, idParam, time } from "./endpoint";
import { runFilterShape } from "./run-filter";

const tag = "Dashboards";

export const dashboardGroups = ["agent", "version", "model", "node", "person"] as const;
export type DashboardGroup = (typeof dashboardGroups)[number];

const date = z.iso.date();
const rangeShape = {
  range: z.enum(rangeNames).default("7d"),
  /** In whose days and hours: an IANA name. */
  zone: z.string().max(64).refine(isTimeZone, "Name a time zone such as Europe/Berlin.").default("UTC"),
  /** First and last day of a custom range. */
  from: date.optional(),
  to: date.optional(),
};
/** A published version, or 0 for drafts. */
const version = z.coerce.number<number>().int().min(0).optional();

const amounts = z.object(
  // The names are exactly those of amounts.
  Object.fromEntries(amountNames.map((name) => [name, z.number()])) as Record<keyof Amounts, z.ZodNumber>,
);
const percentiles = z.object({
  /** Milliseconds of work: waiting for people, times and events from outside is left out. */
  p50: z.number().nullable(),
  p95: z.number().nullable(),
  p99: z.number().nullable(),
  /** Milliseconds from the start to the first token. */
  first50: z.number().nullable(),
  first95: z.number().nullable(),
});
const figures = amounts.extend(percentiles.shape);
export type Figures = z.infer<typeof figures>;

const group = z.object({
  /** What it is told apart by, for links: ids, the version, or provider and name of a model. */
  agentId: z.string().nullable(),
  version: z.int().nullable(),
  person: z.string().nullable(),
  name: z.string(),
  label: z.string(),
  figures,
  /** What stands in each bucket; of the largest groups alone. */
  points: z.array(amounts).nullable(),
});
export type FigureGroup = z.infer<typeof group>;

/** Counts runs by when they were made, once they have ended; runs that were deleted since stay counted. */
export const getDashboard = endpoint({
  method: "get",
  path: "/dashboards",
  access: "run.read",
  tag,
  summary: "Runs, problems, latency, tokens and money over time and by group",
  query: z.strictObject({
    ...rangeShape,
    agentId: runFilterShape.agentId,
    version,
    source: runFilterShape.source,
    /** By person takes the right to see the members. */
    group: z.enum(dashboardGroups).default("agent"),
  }),
  response: z.object({
    since: time,
    before: time,
    bucket: z.enum(["hour", "day"]),
    total: figures,
    /** As long a time before. */
    earlier: figures,
    buckets: z.array(z.object({ since: time, before: time, figures })),
    groups: z.array(group),
    /** How many groups there are: the largest 200 are told. */
    groupCount: z.int(),
    /** Codes of problems with which runs ended, the most frequent first. */
    problems: z.array(z.object({ code: z.string(), n: z.int() })),
    /** Runs that have ended and are not counted yet; 1,000 stands for that many or more. */
    uncounted: z.int(),
  }),
});
export type Dashboard = z.infer<typeof getDashboard.response>;

/** Published and draft runs of one agent; a version narrows it. */
export const getFlame = endpoint({
  method: "get",
  path: "/agents/{id}/flame",
  access: "run.read",
  tag,
  summary: "Where an agent's time and money go, by the places of its graph",
  params: idParam,
  query: z.strictObject({ ...rangeShape, version, source: runFilterShape.source }),
  response: z.object({
    since: time,
    before: time,
    runs: z.int(),
    places: z.array(z.custom<FlameNode>()),
    /** The graph of the version that is asked for, else of the live one or the draft: in it stand what nodes are called. */
    document: graphDocumentSchema,
    /** What called agents are called, by their ids. */
    agents: z.record(z.string(), z.string()),
  }),
});
export type Flame = z.infer<typeof getFlame.response>;

/** Visits or calls at one place, the longest or dearest first; those of deleted runs are gone. */
export const getFlameTops = endpoint({
  method: "get",
  path: "/agents/{id}/flame/tops",
  access: "run.read",
  tag,
  summary: "The slowest or dearest visits of a place in an agent's graph",
  params: idParam,
  query: z.strictObject({
    ...rangeShape,
    version,
    source: runFilterShape.source,
    path: z
      .string()
      .max(4_000)
      .refine((path) => readPath(path) !== undefined, "Take a path as the flame view has them."),
    by: z.enum(["time", "money"]).default("time"),
  }),
  response: z.object({
    items: z.array(
      z.object({
        runId: z.string(),
        spanId: z.string(),
        createdAt: time,
        version: z.int().nullable(),
        workMs: z.number(),
        micros: z.number(),
      }),
    ),
  }),
});
