import { AppError } from "@/workflows/errors/app-error";
import type { EventBody } from "@/workflows/events/event";
import type { Json } from "@/workflows/graph/json";
import { fingerprintOf, stableUuid } from "./fingerprint.server";
import { hideSecrets } from "./hide";
import { kindWords } from "./playback";
import type { CallKind, NewRecordedCall, RecordedResult } from "./recorded-call";
import { errorOf, problemOf } from "./recorded-problem";
import type { RunRecording } from "./run-recording";

/** What is asked of the world outside. */
export interface Request {
  kind: CallKind;
  /** Whom it reaches; requests to others are never taken for one another. */
  target: string;
  /** All that the answer depends on, as plain data. */
  request: unknown;
  /** The same for people; absent: the request itself. */
  asked?: (() => string) | undefined;
}

/** How a result becomes JSON and comes back. */
export interface Codec<Value> {
  write(value: Value): unknown;
  read(json: Json): Value;
}

/** The visit on whose behalf calls are made. */
export interface RecordedVisit {
  runId: string;
  threadId: string;
  place: string;
  number: number;
  emit(body: EventBody): void;
}

const mostAsked = 4_000;
/** A result of more characters is not kept: a replay says so when it comes to it. */
const mostResult = 8_000_000;

/**
 * One visit's calls to the world outside: each is kept as it comes back, or given back from the recording of another run.
 * A visit that runs again makes its calls again under the same keys, so that of each the last result is what is kept.
 */
export class VisitRecorder {
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly run: RunRecording,
    private readonly visit: RecordedVisit,
  ) {}

  get secrets(): Map<string, string> {
    return this.run.secrets;
  }

  /** Whether nothing may reach the world outside. */
  get isSealed(): boolean {
    return this.run.playback?.isPlaying === true && this.run.playback.options.otherwise === "stop";
  }

  /** Makes the call, or gives back what was recorded of it. */
  async call<Value>(request: Request, make: () => Promise<Value>, codec: Codec<Value>): Promise<Value> {
    const { call, played } = this.begin(request);
    if (played) return this.give(call, played, codec);
    let value: Value;
    try {
      value = await make();
    } catch (error) {
      this.failed(call, error);
      throw error;
    }
    this.keep(call, () => ({ ok: codec.write(value) }));
    return value;
  }

  /** The same for what is known at once. */
  value<Value>(request: Request, make: () => Value, codec: Codec<Value>): Value {
    const { call, played } = this.begin(request);
    if (played) return this.give(call, played, codec);
    const value = make();
    this.keep(call, () => ({ ok: codec.write(value) }));
    return value;
  }

  /** The first half of a call whose result comes piece by piece; end it with `keep` or `failed`. */
  begin(request: Request): { call: Begun; played: RecordedResult | undefined } {
    const call = this.place(request);
    return { call, played: this.play(call) };
  }

  /** Keeps what a begun call came to. */
  keep(call: Begun, result: () => { ok: unknown } | Extract<RecordedResult, { problem: unknown }>): void {
    if (!this.run.keep) return;
    let text: string;
    try {
      text = hideSecrets(JSON.stringify(result(), undefined), this.run.secrets);
    } catch {
      // It is no plain data, so that it could not be given back.
      return;
    }
    if (text.length <= mostResult) this.run.keep({ ...call, result: text });
  }

  failed(call: Begun, error: unknown): void {
    // What was cut off from outside may come through next time.
    if (error instanceof Error && error.name === "AbortError") return;
    this.keep(call, () => ({ problem: problemOf(error) }));
  }

  /** An id for what the visit makes of a content: the same whenever the visit runs, and in a replay of it. */
  idFor(content: unknown): string {
    const { place, number } = this.visit;
    const key = `id:${fingerprintOf(this.plain(content))}`;
    return stableUuid(`${this.run.seed} ${place}#${number} ${key}#${this.count(key)}`);
  }

  private give<Value>(call: Begun, result: RecordedResult, codec: Codec<Value>): Value {
    this.keep(call, () => result);
    if ("problem" in result) throw errorOf(result.problem);
    return codec.read(result.ok);
  }

  private place({ kind, target, request, asked }: Request): Begun {
    const { place, number: visit } = this.visit;
    const plain = this.plain(request);
    const fingerprint = fingerprintOf([kind, target, plain]);
    const key = `${place}#${visit}:${kind}:${fingerprint}`;
    return {
      key: `${key}#${this.count(key)}`,
      place,
      visit,
      kind,
      target,
      asked: hideSecrets(asked?.() ?? JSON.stringify(plain) ?? "", this.run.secrets).slice(0, mostAsked),
    };
  }

  private count(key: string): number {
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count;
  }

  /** Without secrets, and without the ids of this very run, which another run does not share. */
  private plain(request: unknown): unknown {
    const { runId, threadId } = this.visit;
    let text = hideSecrets(JSON.stringify(request) ?? "null", this.run.secrets);
    for (const id of [runId, threadId, ...(this.run.playback?.options.aliases ?? [])]) {
      if (id) text = text.replaceAll(id, "‹run›");
    }
    return JSON.parse(text);
  }

  private play(call: Begun): RecordedResult | undefined {
    const played = this.run.playback?.next(call);
    if (!played || played.kind === "live") return undefined;
    if (played.kind === "diverged") return this.diverge(played.divergence);
    if (played.otherwiseAsked) {
      const message = `The ${kindWords[call.kind]} asks something else than was recorded here; the recorded result was given.`;
      this.visit.emit({ type: "log", data: { level: "warn", message } });
    }
    return played.call.result;
  }

  private diverge(divergence: Extract<EventBody, { type: "replay.diverged" }>["data"]): undefined {
    this.visit.emit({ type: "replay.diverged", data: divergence });
    if (divergence.live) return undefined;
    const message = `The replay came to a ${kindWords[divergence.kind]} that the recording does not hold.`;
    const error = new AppError("replay_diverged", message, {
      hint: "The graph has changed here since. Replay it live from this point, or run it anew.",
    });
    this.run.stop?.(error, divergence);
    throw error;
  }
}

type Begun = Omit<NewRecordedCall, "result">;

/** For results that are plain data. */
export function plainCodec<Value>(): Codec<Value> {
  // What was written came from the same call, so it has the type of its results.
  return { write: (value) => value ?? null, read: (json) => json as Value };
}

/** For what has no result. */
export const nothingCodec: Codec<void> = { write: () => null, read: () => undefined };
