import { type Amounts, addAmounts, amountNames, noAmounts } from "@/workflows/figures/amounts";
import type { RunDigest } from "@/workflows/figures/digest";
import { bucketOf } from "@/workflows/figures/histogram";
import type { PlaceKind } from "@/workflows/figures/place";

/** What a run is counted under. */
export interface CountedRun {
  id: string;
  workspaceId: string;
  agentId: string;
  /** null: a draft. */
  version: number | null;
  source: string;
  person: string | null;
  createdAt: Date;
}

export interface FigureKey {
  workspaceId: string;
  agentId: string;
  version: number;
  source: string;
  person: string;
  kind: "run" | "problem" | PlaceKind;
  name: string;
  path: string;
}

/** Minutes of a row. */
export const grains = { quarter: 15, hour: 60 } as const;
export const measures = { work: 0, first: 1 } as const;

/** Sums of one key at one time, to be added to what is stored. */
interface FigureRow extends Amounts {
  key: string;
  grain: number;
  at: Date;
}
interface TimesRow {
  key: string;
  grain: number;
  at: Date;
  measure: number;
  bucket: number;
  n: number;
}
interface TopRow {
  key: string;
  hour: Date;
  runId: string;
  spanId: string;
  at: Date;
  workMs: number;
  micros: number;
}

/** What many runs come to, one row for each key and time. */
export class Gathered {
  readonly keys = new Map<string, FigureKey>();
  readonly figures = new Map<string, FigureRow>();
  readonly times = new Map<string, TimesRow>();
  readonly tops: TopRow[] = [];

  add(run: CountedRun, digest: RunDigest): void {
    const { workspaceId, agentId, source, createdAt: at } = run;
    const shared = { workspaceId, agentId, version: run.version ?? 0, source, person: "" };
    const whole = this.key({ ...shared, person: run.person ?? "", kind: "run", name: "", path: "" });
    this.count(whole, at, digest.amounts, digest.isTimed ? digest.amounts.workMs : undefined, digest.firstMs);
    if (digest.problem !== undefined) {
      const key = this.key({ ...shared, kind: "problem", name: storable(digest.problem), path: "" });
      this.count(key, at, { ...noAmounts, n: 1 });
    }
    for (const { place, path, amounts, firstMs, spanId } of digest.places) {
      const named = { kind: place.kind, name: storable(place.name), path: storable(path) };
      const key = this.key({ ...shared, ...named });
      this.count(key, at, amounts, amounts.workMs, firstMs);
      const { workMs, micros } = inWhole(amounts);
      this.tops.push({ key, hour: floor(at, grains.hour), runId: run.id, spanId, at, workMs, micros });
    }
  }

  private key(key: FigureKey): string {
    const text = JSON.stringify(key);
    this.keys.set(text, key);
    return text;
  }

  private count(key: string, time: Date, amounts: Amounts, workMs?: number, firstMs?: number): void {
    for (const grain of Object.values(grains)) {
      const at = floor(time, grain);
      const place = `${grain} ${at.getTime()} ${key}`;
      const known = this.figures.get(place);
      this.figures.set(place, { ...addAmounts(known ?? noAmounts, inWhole(amounts)), key, grain, at });
      if (workMs !== undefined) this.time({ key, grain, at, measure: measures.work, ms: workMs });
      if (firstMs !== undefined) this.time({ key, grain, at, measure: measures.first, ms: firstMs });
    }
  }

  private time({ ms, ...row }: Omit<TimesRow, "bucket" | "n"> & { ms: number }): void {
    const bucket = bucketOf(ms);
    const place = `${row.measure} ${bucket} ${row.grain} ${row.at.getTime()} ${row.key}`;
    const known = this.times.get(place);
    if (known) known.n += 1;
    else this.times.set(place, { ...row, bucket, n: 1 });
  }
}

function floor(at: Date, minutes: number): Date {
  const ms = minutes * 60_000;
  return new Date(Math.floor(at.getTime() / ms) * ms);
}

/** Events may be told with parts of a millisecond; sums are whole. */
function inWhole(amounts: Amounts): Amounts {
  const rounded = { ...amounts };
  for (const name of amountNames) rounded[name] = Math.round(amounts[name]);
  return rounded;
}

/** Postgres holds no zero bytes in text, and no halves of characters. */
const storable = (text: string) => text.replaceAll("\u0000", "\ufffd").toWellFormed();
