import type { Divergence } from "./divergence";
import { type CallKind, localKinds, type RecordedCall } from "./recorded-call";

export interface PlaybackOptions {
  /** What becomes of a call that was not recorded: the run ends, or it and all after it reach the world outside. */
  otherwise: "stop" | "live";
  /** A call of the same kind and target may be answered by what was recorded for another request there. */
  loose?: boolean;
  /** Ids that stand for the run itself in its requests: those of the recorded run and of its thread. */
  aliases?: readonly string[];
  /** It went on without the recording before. */
  isOver?: boolean;
}

/** A call as it is about to be made. */
export type CallPlace = Pick<RecordedCall, "key" | "place" | "visit" | "kind" | "target" | "asked">;

/** What is to be done about a call. */
export type Played =
  | { kind: "played"; call: RecordedCall; otherwiseAsked: boolean }
  | { kind: "live" }
  | { kind: "diverged"; divergence: Divergence };

/** The recording of a run, given back to another one call by call. */
export class Playback {
  private readonly byKey: ReadonlyMap<string, RecordedCall>;
  private readonly byVisit = new Map<string, RecordedCall[]>();
  private readonly used = new Set<RecordedCall>();
  private isOver: boolean;

  constructor(
    calls: readonly RecordedCall[],
    readonly options: PlaybackOptions,
  ) {
    this.byKey = new Map(calls.map((call) => [call.key, call]));
    for (const call of calls) this.byVisit.set(visitKey(call), [...this.of(call), call]);
    this.isOver = options.isOver ?? false;
  }

  /** Whether calls still come from the recording. */
  get isPlaying(): boolean {
    return !this.isOver;
  }

  next(call: CallPlace): Played {
    if (this.isOver) return { kind: "live" };
    const exact = this.byKey.get(call.key) ?? this.repeated(call.key);
    if (exact) return this.give(exact, false);
    const alike = this.options.loose ? this.alike(call) : undefined;
    if (alike) return this.give(alike, true);
    if (localKinds.has(call.kind)) return { kind: "live" };
    const live = this.options.otherwise === "live";
    this.isOver = live;
    const before = this.unused(call)[0]?.asked ?? null;
    return { kind: "diverged", divergence: { kind: call.kind, now: call.asked, before, live } };
  }

  private give(call: RecordedCall, otherwiseAsked: boolean): Played {
    this.used.add(call);
    return { kind: "played", call, otherwiseAsked };
  }

  /** The same request once more, where it was made fewer times: it is given what came of it last. */
  private repeated(key: string): RecordedCall | undefined {
    const at = key.lastIndexOf("#");
    for (let n = Number(key.slice(at + 1)) - 1; n > 0; n -= 1) {
      const found = this.byKey.get(`${key.slice(0, at)}#${n}`);
      if (found) return found;
    }
    return undefined;
  }

  private alike(call: CallPlace): RecordedCall | undefined {
    // What code comes to follows from the code: another one's result would be made up.
    if (localKinds.has(call.kind)) return undefined;
    return this.unused(call).find(({ target }) => target === call.target);
  }

  private unused(call: CallPlace): RecordedCall[] {
    return this.of(call).filter((each) => each.kind === call.kind && !this.used.has(each));
  }

  private of(call: Pick<RecordedCall, "place" | "visit">): RecordedCall[] {
    return this.byVisit.get(visitKey(call)) ?? [];
  }
}

function visitKey({ place, visit }: Pick<RecordedCall, "place" | "visit">): string {
  return `${place}#${visit}`;
}

/** Kinds as people know them. */
export const kindWords: Record<CallKind, string> = {
  model: "model call",
  ladder: "choice of a model",
  embedder: "model",
  embed: "embedding",
  reranker: "model",
  rank: "reranking",
  http: "HTTP request",
  code: "code",
  "tool-opened": "tool",
  tool: "tool call",
  agent: "call of an agent",
  mail: "e-mail",
  "event-address": "event address",
  store: "use of the store",
  sql: "database query",
  file: "use of a file",
  answer: "question to people",
  clock: "look at the clock",
  random: "random draw",
};
