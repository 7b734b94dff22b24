import { z } from "zod";
import { spanParts } from "@/workflows/events/lean/span-part";
import { plainMessageSchema } from "@/workflows/events/message";
import type { RunView, Span } from "@/workflows/events/run-view";
import { graphDocumentSchema } from "@/workflows/graph/document";
import { jsonSchema } from "@/workflows/graph/json";
import { endpoint, idParam } from "./endpoint";
import { runSchema } from "./runs";

const tag = "Runs";
/** It may name a place inside many lists and subgraphs. */
const spanId = z.string().min(1).max(2_000);

/** Opens a trace fast, however large it is: what a span was given and made is read span by span. */
export const getRunTrace = endpoint({
  method: "get",
  path: "/runs/{id}/trace",
  access: "run.read",
  tag,
  summary: "What happened in a run, without large values, and the graph as it ran",
  params: idParam,
  response: z.object({ run: runSchema, view: z.custom<RunView>(), document: graphDocumentSchema }),
});
export const getRunSpan = endpoint({
  method: "get",
  path: "/runs/{id}/span",
  access: "run.read",
  tag,
  summary: "One span of a run; values over some kB are named by their size",
  params: idParam,
  query: z.strictObject({ span: spanId }),
  response: z.custom<Span>(),
});
export const getSpanValue = endpoint({
  method: "get",
  path: "/runs/{id}/span/value",
  access: "run.read",
  tag,
  summary: "One value of a span, whatever its size",
  params: idParam,
  query: z.strictObject({ span: spanId, part: z.enum(spanParts) }),
  response: z.object({ value: jsonSchema }),
});
export const searchSpans = endpoint({
  method: "get",
  path: "/runs/{id}/spans",
  access: "run.read",
  tag,
  summary: "Spans of a run in whose name or contents a text occurs",
  params: idParam,
  query: z.strictObject({ text: z.string().trim().min(1).max(200) }),
  response: z.object({ spanIds: z.array(z.string()) }),
});

export const mostTries = 5;
/** Makes one model call of a run again, with other words, another model or other settings. The run stays as it is. */
export const tryModelCall = endpoint({
  method: "post",
  path: "/runs/{id}/what-if",
  access: "run.create",
  tag,
  summary: "Make one model call of a run again, changed, without running anything else",
  params: idParam,
  body: z.strictObject({
    span: spanId,
    /** A connection's model, or a slot. */
    model: z.string().min(1).max(200),
    messages: z.array(plainMessageSchema).min(1).max(500),
    temperature: z.number().min(0).max(2).optional(),
    maxTokens: z.int().min(1).max(1_000_000).optional(),
    times: z.int().min(1).max(mostTries).default(1),
  }),
  /** One span for each call, in no particular order; those that failed have a problem. */
  response: z.object({ answers: z.array(z.custom<Span>()) }),
});
