import { z } from "zod";
import { endpoint, idParam, time } from "./endpoint";
import { problemSchema } from "./problem";
import { runFilterShape, tagSchema } from "./run-filter";
import { runOrders } from "./runs";

const tag = "Lists of runs";
const runIds = z.array(z.string().min(1).max(64)).min(1).max(200);
/** What became of each run, in the order in which they were named. */
const eachRun = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      /** The run that was made of it. */
      runId: z.string().optional(),
      /** Why nothing was done with it. */
      problem: problemSchema.pick({ code: true, detail: true, hint: true }).optional(),
    }),
  ),
});
export type EachRun = z.infer<typeof eachRun>["items"][number];

export const listTags = endpoint({
  method: "get",
  path: "/run-tags",
  access: "run.read",
  tag,
  summary: "Tags that runs of the workspace carry, by name",
  response: z.object({ items: z.array(z.string()) }),
});
export const tagRuns = endpoint({
  method: "post",
  path: "/runs/tag",
  access: "run.label",
  tag,
  summary: "Give runs tags and take others from them",
  body: z.strictObject({
    ids: runIds,
    add: z.array(tagSchema).max(20).default([]),
    remove: z.array(tagSchema).max(20).default([]),
  }),
  response: z.object({ tagged: z.int() }),
});
export const rerunRuns = endpoint({
  method: "post",
  path: "/runs/rerun",
  access: "run.create",
  tag,
  summary: "Run the agents' live versions on what these runs were given",
  once: true,
  body: z.strictObject({ ids: runIds }),
  response: eachRun,
});
export const deleteRuns = endpoint({
  method: "post",
  path: "/runs/delete",
  access: "run.delete",
  tag,
  summary: "Delete runs that have ended, with their traces; a conversation goes with its last run",
  body: z.strictObject({ ids: runIds }),
  response: eachRun,
});
/** Every run that matches, in order, as the list has them: one line a run. */
export const exportRuns = endpoint({
  method: "get",
  path: "/runs/export",
  access: "run.read",
  tag,
  summary: "Runs as CSV or JSON lines",
  query: z.strictObject({
    ...runFilterShape,
    order: z.enum(runOrders).default("newest"),
    format: z.enum(["csv", "jsonl"]).default("csv"),
    /** Only these of them: up to 200 ids with commas between them. */
    ids: z
      .string()
      .regex(/^[\w-]{1,64}(,[\w-]{1,64}){0,199}$/, "Up to 200 ids of runs with commas between them")
      .optional(),
  }),
});

/** Columns that one chooses; status and the run itself always stand. */
export const runColumns = [
  "agent",
  "graph",
  "source",
  "person",
  "tags",
  "feedback",
  "started",
  "time",
  "tokens",
  "cost",
  "problem",
] as const;
export type RunColumn = (typeof runColumns)[number];

/** Filters as the address of the list has them. */
export const runListViewSchema = z.strictObject({
  filters: z.record(z.string().max(20), z.string().max(200)),
  columns: z.array(z.enum(runColumns)).nullable(),
});
export type RunListView = z.infer<typeof runListViewSchema>;

export const viewName = z.string().trim().min(1, "Give it a name.").max(60);
const savedView = z.object({
  id: z.string(),
  name: z.string(),
  view: runListViewSchema,
  /** Everybody in the workspace sees it. */
  shared: z.boolean(),
  /** Whether it is the caller's own, to change and delete. */
  own: z.boolean(),
  by: z.string(),
  updatedAt: time,
});
export type SavedView = z.infer<typeof savedView>;

export const listViews = endpoint({
  method: "get",
  path: "/run-list-views",
  access: "run.read",
  tag,
  summary: "The caller's saved lists of runs, and those that others share",
  response: z.object({ items: z.array(savedView) }),
});
/** One of the same name is replaced. */
export const saveView = endpoint({
  method: "post",
  path: "/run-list-views",
  access: "run.read",
  tag,
  summary: "Save a list of runs",
  body: z.strictObject({
    name: viewName,
    view: runListViewSchema,
    shared: z.boolean().default(false),
  }),
  response: savedView,
});
export const updateView = endpoint({
  method: "patch",
  path: "/run-list-views/{id}",
  access: "run.read",
  tag,
  summary: "Rename a saved list of runs of one's own, share it, or let it show something else",
  params: idParam,
  body: z.strictObject({
    name: viewName.optional(),
    view: runListViewSchema.optional(),
    shared: z.boolean().optional(),
  }),
  response: savedView,
});
export const deleteView = endpoint({
  method: "delete",
  path: "/run-list-views/{id}",
  access: "run.read",
  tag,
  summary: "Delete a saved list of runs of one's own",
  params: idParam,
});
