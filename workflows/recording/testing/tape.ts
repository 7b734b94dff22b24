import type { EventBody } from "@/workflows/events/event";
import { duringVisit } from "../current-visit.server";
import { Playback, type PlaybackOptions } from "../playback";
import { type NewRecordedCall, type RecordedCall, recordedResultSchema } from "../recorded-call";
import type { RunRecording } from "../run-recording";
import { VisitRecorder } from "../visit-recorder.server";

/** A recording in memory, and visits that write it or are given it back. */
export class Tape {
  readonly kept: NewRecordedCall[] = [];
  readonly emitted: EventBody[] = [];
  readonly stops: Error[] = [];
  readonly secrets = new Map<string, string>();

  constructor(
    readonly seed = "run_1",
    private readonly playback?: Playback,
  ) {}

  /** What was kept, the last of each key, as it comes back from the store. */
  get calls(): RecordedCall[] {
    const byKey = new Map(this.kept.map((call) => [call.key, call]));
    return [...byKey.values()].map((call) => ({
      ...call,
      result: recordedResultSchema.parse(JSON.parse(call.result)),
    }));
  }

  visit(place = "ask", number = 1, runId = this.seed, threadId = `thr_of_${runId}`): VisitRecorder {
    const run: RunRecording = {
      seed: this.seed,
      playback: this.playback,
      secrets: this.secrets,
      keep: (call) => void this.kept.push(call),
      stop: (error) => void this.stops.push(error),
    };
    const emit = (body: EventBody) => void this.emitted.push(body);
    return new VisitRecorder(run, { runId, threadId, place, number, emit });
  }

  /** Inside a visit. */
  during<Result>(work: () => Result, visit = this.visit()): Result {
    return duringVisit(visit, work);
  }

  /** A replay of what is on the tape. */
  replay(options: Partial<PlaybackOptions> = {}): Tape {
    const aliases = [this.seed, `thr_of_${this.seed}`];
    return new Tape(this.seed, new Playback(this.calls, { otherwise: "stop", aliases, ...options }));
  }
}
