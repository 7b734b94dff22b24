import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { RunEvent } from "@/workflows/events/event";

/** What the column `type` says of a row that holds a stretch of token deltas. Readers of events never meet it. */
export const packedType = "model.deltas";

/** A row never holds more than this, so that whoever reads a page reads little beyond it. */
export const mostPacked = 500;
const mostText = 64_000;

const placeSchema = z.object({
  spanId: z.string(),
  ns: z.array(z.string()),
  node: z.string().optional(),
  visit: z.int().optional(),
});

/**
 * Deltas that follow each other without anything between, of one call or of several that streamed at once. `pieces`
 * has one word per delta: milliseconds since the one before, characters of `text`, and the place where that is
 * another one than before.
 */
export const packedDeltasSchema = z.object({
  /** Number of the first of them; the row has the number of the last. */
  first: z.int(),
  text: z.string(),
  places: z.array(placeSchema),
  pieces: z.string(),
});
export type PackedDeltas = z.infer<typeof packedDeltasSchema>;

/** A row that takes the place of those it was made of. */
export interface PackedRow {
  seq: number;
  ts: number;
  data: PackedDeltas;
  /** Rows that it holds, its own number not among them. */
  gone: number[];
}

type Delta = Extract<RunEvent, { type: "model.delta" }>;

/** Packs what can be packed of a run's events, without loss: `unpackDeltas` gives the same events back. */
export function packDeltas(events: readonly RunEvent[]): PackedRow[] {
  return stretches(events).flatMap((deltas) => {
    const row = pack(deltas);
    // Nothing is given up for what doesn't come back as it was, e.g. times of fractions.
    return row && isDeepStrictEqual(unpackDeltas(deltas[0]?.runId ?? "", row, 0), deltas) ? [row] : [];
  });
}

function stretches(events: readonly RunEvent[]): Delta[][] {
  const found: Delta[][] = [];
  let open: Delta[] = [];
  let size = 0;
  for (const event of events) {
    const follows = open.at(-1)?.seq === event.seq - 1 && open.length < mostPacked;
    if (event.type !== "model.delta" || !follows || size + event.data.text.length > mostText) {
      found.push(open);
      open = [];
      size = 0;
    }
    if (event.type !== "model.delta") continue;
    open.push(event);
    size += event.data.text.length;
  }
  return [...found, open].filter(({ length }) => length > 1);
}

function pack(deltas: readonly Delta[]): PackedRow | undefined {
  const [first] = deltas;
  const last = deltas.at(-1);
  if (!first || !last) return undefined;
  const places = new Map<string, number>();
  let at = first.ts;
  let place = 0;
  const pieces = deltas.map((delta) => {
    const since = delta.ts - at;
    at = delta.ts;
    const key = JSON.stringify(placeOf(delta));
    const found = places.get(key) ?? places.size;
    places.set(key, found);
    const moved = found === place ? "" : `:${found}`;
    place = found;
    return `${since}:${delta.data.text.length}${moved}`;
  });
  return {
    seq: last.seq,
    ts: first.ts,
    gone: deltas.slice(0, -1).map(({ seq }) => seq),
    data: {
      first: first.seq,
      text: deltas.map(({ data }) => data.text).join(""),
      places: [...places.keys()].map((key) => placeSchema.parse(JSON.parse(key))),
      pieces: pieces.join(" "),
    },
  };
}

const placeOf = ({ ns, node, visit, data }: Delta) => ({ spanId: data.spanId, ns, node, visit });

/** The events that a packed row holds, those after a number. */
export function unpackDeltas(
  runId: string,
  { ts: start, data }: Pick<PackedRow, "ts" | "data">,
  after: number,
): RunEvent[] {
  const events: RunEvent[] = [];
  let ts = start;
  let from = 0;
  let place = 0;
  for (const [index, piece] of data.pieces.split(" ").entries()) {
    const [since = 0, length = 0, moved = place] = piece.split(":").map(Number);
    const { spanId, ...where } = data.places[moved] ?? { spanId: "", ns: [] };
    const text = data.text.slice(from, from + length);
    ts += since;
    from += length;
    place = moved;
    const seq = data.first + index;
    if (seq > after) events.push({ runId, seq, ts, ...where, type: "model.delta", data: { spanId, text } });
  }
  return events;
}
