import { inParts } from "@/lib/runs/in-parts";
import type { TelemetrySpan } from "@/workflows/telemetry/telemetry-span";
import type { Progress } from "./claim";

/** Spans of a run that go out together, and how far they bring it. */
export interface Parcel {
  spans: TelemetrySpan[];
  progress: Progress;
}

/** A request of this size fits through the limits that receivers have of themselves (4 MiB for gRPC). */
const mostSpans = 512;
const mostChars = 1_500_000;

/** Packs parcels into requests, in their order; one of any size may be the only one of its request. */
export function batches(parcels: readonly Parcel[]): Parcel[][] {
  return inParts(parcels, [
    { most: mostSpans, sizeOf: ({ spans }) => spans.length },
    { most: mostChars, sizeOf: ({ spans }) => sizeOf(spans) },
  ]);
}

/** Cuts the spans of a run into parcels that fit into a request each. */
export function parcelsOf(
  told: readonly { span: TelemetrySpan; seq: number }[],
  end: Omit<Progress, "sentSeq" | "done"> & { upTo: number },
): Parcel[] {
  const { upTo, ...progress } = end;
  const parcels: Parcel[] = [];
  let chars = 0;
  for (const { span, seq } of told) {
    const size = sizeOf([span]);
    const last = parcels.at(-1);
    const fits = last && last.spans.length < mostSpans && chars + size <= mostChars;
    if (fits) {
      last.spans.push(span);
      last.progress.sentSeq = seq;
    } else {
      // What ends with the same event may come twice; nothing is left out.
      if (last) last.progress.sentSeq = Math.min(last.progress.sentSeq, seq - 1);
      parcels.push({ spans: [span], progress: { ...progress, sentSeq: seq, done: false } });
    }
    chars = (fits ? chars : 0) + size;
  }
  const last = parcels.at(-1);
  if (!last) return [{ spans: [], progress: { ...progress, sentSeq: upTo, done: true } }];
  last.progress = { ...last.progress, sentSeq: upTo, done: true };
  return parcels;
}

/** About how much room spans take. */
function sizeOf(spans: readonly TelemetrySpan[]): number {
  let size = 0;
  for (const { attributes, events } of spans) {
    size += 300 + events.length * 200;
    for (const [name, value] of Object.entries(attributes)) size += name.length + String(value).length + 8;
  }
  return size;
}
