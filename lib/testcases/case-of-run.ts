import { AppError } from "@/workflows/errors/app-error";
import type { RunOrigin } from "@/workflows/events/run-origin";
import type { RunView, Span } from "@/workflows/events/run-view";
import type { GraphDocument } from "@/workflows/graph/document";
import { type Json, type JsonObject, jsonObjectSchema } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";
import type { RecordedCall } from "@/workflows/recording/recorded-call";
import { caseFormat, type TestCase } from "@/workflows/testcases/test-case";

interface Source {
  run: {
    input: TestCase["input"];
    output: Json | null;
    status: string;
    test: { from?: string | undefined } | null;
    origin: RunOrigin | null;
  };
  /** Channel values that the run found when it began. */
  before?: JsonObject | undefined;
  view: Pick<RunView, "spans">;
  document: GraphDocument;
  recording: RecordedCall[];
}

/** A case, and the recorded results that it needs. */
export interface DrawnCase {
  name: string;
  case: TestCase;
  calls: RecordedCall[];
}

/** The whole run: on its input, with its output and its way through the graph expected. @throws AppError conflict */
export function caseOfRun({ run, before, view, recording }: Source): DrawnCase {
  if (run.status !== "success" || run.output === null) {
    throw new AppError("conflict", "Only a run that ended well says what is to be expected.", {
      hint: "Choose a node in the trace that did well, and make a case of it.",
    });
  }
  if (run.test?.from !== undefined || run.origin?.kind === "fork" || run.origin?.kind === "rerun") {
    throw new AppError("conflict", "This run began in the middle of the graph.", {
      hint: "Make a case of one of its nodes instead.",
    });
  }
  return {
    name: firstWords(run.input),
    case: {
      format: caseFormat,
      input: run.input,
      ...(before && { state: before }),
      expect: [
        { kind: "equals", value: run.output },
        { kind: "path", nodes: pathOf(view.spans), only: true },
      ],
    },
    calls: recording,
  };
}

/** One visit of a node: on what it found, with what it wrote expected. @throws AppError conflict */
export function caseOfSpan({ view, document, recording }: Source, spanId: string): DrawnCase {
  const span = visitOf(view.spans, spanId);
  const id = span?.nodeId ?? "";
  const node = own(document.nodes, id);
  if (!span || !node || span.visit === undefined || span.id !== `${id}#${span.visit}`) {
    throw new AppError("conflict", "Only nodes of the graph itself can be tried alone.", {
      hint: "Make a case of the run, or of the node that this one is in.",
    });
  }
  if (span.status !== "done") {
    throw new AppError(
      "conflict",
      `“${node.title}” did not end well here, so it does not say what to expect.`,
    );
  }
  const { visit } = span;
  return {
    name: visit > 1 ? `${node.title}, visit ${visit}` : node.title,
    case: {
      format: caseFormat,
      input: jsonObjectSchema.parse(span.input ?? {}),
      node: id,
      expect: [{ kind: "equals", value: span.output ?? {} }],
    },
    calls: recording.flatMap((call) => ofVisit(call, id, visit)),
  };
}

/** The visit that a span belongs to. */
function visitOf(spans: readonly Span[], spanId: string): Span | undefined {
  let found = spans.findLast(({ id }) => id === spanId);
  while (found && found.kind !== "node") {
    const parent: string | undefined = found.parentId;
    found = parent === undefined ? undefined : spans.findLast(({ id }) => id === parent);
  }
  return found;
}

/** Calls of a visit and of the graph inside it, as those of the only visit that a case makes. */
function ofVisit(call: RecordedCall, id: string, visit: number): RecordedCall[] {
  const { place, key } = call;
  if (place === id) {
    if (call.visit !== visit) return [];
    return [{ ...call, visit: 1, key: key.replace(`${id}#${visit}:`, `${id}#1:`) }];
  }
  const entry = `${id}#${visit}[`;
  if (place.startsWith(entry)) {
    const moved = (text: string) => text.replace(entry, `${id}#1[`);
    return [{ ...call, place: moved(place), key: moved(key) }];
  }
  return place.startsWith(`${id}/`) ? [call] : [];
}

/** Nodes of the graph itself, in the order in which they were entered. */
export function pathOf(spans: readonly Span[]): string[] {
  return spans.flatMap(({ kind, nodeId = "", id, visit }) =>
    kind === "node" && id === `${nodeId}#${visit}` && !nodeId.includes("/") ? [nodeId] : [],
  );
}

function firstWords(input: TestCase["input"]): string {
  const text = Object.values(input).map(textOf).find(Boolean) ?? "A run";
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function textOf(value: Json): string {
  if (typeof value === "string") return value.replace(/\s+/g, " ").trim();
  if (Array.isArray(value)) return value.map(textOf).find(Boolean) ?? "";
  return typeof value === "object" && value !== null ? textOf(value.content ?? "") : "";
}
