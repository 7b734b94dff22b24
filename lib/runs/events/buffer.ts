import type { EventDraft } from "@/workflows/events/event";
import type { NewRecordedCall } from "@/workflows/recording/recorded-call";

/**
 * Events of one run that wait to be stored. Text deltas of a span are merged while nothing but other deltas came
 * between, so that a stream of tokens costs one row per group, not one per token.
 */
export class EventBuffer {
  private events: EventDraft[] = [];
  private readonly openDeltas = new Map<string, number>();

  /** By key: a call that is made again takes the place of what it came to before. */
  private calls = new Map<string, NewRecordedCall>();

  get size(): number {
    return this.events.length + this.calls.size;
  }

  /** Stored with the events around it. */
  keep(call: NewRecordedCall): void {
    this.calls.set(call.key, call);
  }

  takeCalls(): NewRecordedCall[] {
    const taken = [...this.calls.values()];
    this.calls = new Map();
    return taken;
  }

  add(event: EventDraft): void {
    if (event.type !== "model.delta") {
      this.openDeltas.clear();
      this.events.push(event);
      return;
    }
    const at = this.openDeltas.get(event.data.spanId) ?? -1;
    const open = this.events[at];
    if (open?.type === "model.delta") {
      this.events[at] = { ...open, data: { ...open.data, text: open.data.text + event.data.text } };
    } else {
      this.openDeltas.set(event.data.spanId, this.events.push(event) - 1);
    }
  }

  take(): EventDraft[] {
    const taken = this.events;
    this.events = [];
    this.openDeltas.clear();
    return taken;
  }
}
