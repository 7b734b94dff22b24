import type { Clock } from "../clock";

/** With fewer at once nobody has to stand back: a run that begins now and then takes a few milliseconds. */
const fewStarts = 3;
/** So long those that already stream stand back at a stretch; then they have as long to catch up. */
const mostMs = 400;
/** A node that has asked no model after this time does something that needs no haste here, such as a slow request. */
const nodeMs = 50;
/** Nodes that run out of sight begin here at the latest. */
const startMs = 1_000;

/** What a run says of its start; saying it again does nothing. */
export interface Start {
  /** Its first node begins. */
  entersNode(): void;
  /** It has come to what takes others' time: further starts need not wait for it. */
  hasBegun(): void;
}

/**
 * Of many runs that come at once, those that have not asked their model yet go before the words of those whose answer
 * is being written: a second of somebody's stream costs as much as the start of a run. What they stand back from is not
 * lost; it waits in their connections.
 */
export class Starts {
  private starting = 0;
  private gate: { opened: PromiseWithResolvers<void>; since: number; cancel: () => void } | undefined;
  private openUntil = Number.NEGATIVE_INFINITY;

  constructor(private readonly clock: Clock) {}

  /** A run begins. */
  begins(): Start {
    this.starting += 1;
    let callOff = () => {};
    let isOver = false;
    const hasBegun = () => {
      if (isOver) return;
      isOver = true;
      callOff();
      this.starting -= 1;
      if (this.starting < fewStarts) this.open();
    };
    callOff = this.clock.after(startMs, hasBegun);
    let isInNode = false;
    const entersNode = () => {
      if (isInNode || isOver) return;
      isInNode = true;
      callOff();
      callOff = this.clock.after(nodeMs, hasBegun);
    };
    return { entersNode, hasBegun };
  }

  /** For a run that streams: a promise to wait for while many others begin. */
  standBack(): Promise<void> | undefined {
    if (this.starting < fewStarts) return undefined;
    if (!this.gate) {
      if (this.clock.now() < this.openUntil) return undefined;
      this.close();
    }
    return this.gate?.opened.promise;
  }

  private close(): void {
    const cancel = this.clock.after(mostMs, () => this.open());
    this.gate = { opened: Promise.withResolvers<void>(), since: this.clock.now(), cancel };
  }

  private open(): void {
    if (!this.gate) return;
    const { opened, since, cancel } = this.gate;
    this.gate = undefined;
    cancel();
    const now = this.clock.now();
    this.openUntil = now + (now - since);
    opened.resolve();
  }
}
