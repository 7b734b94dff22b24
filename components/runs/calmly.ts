export interface Calm {
  /** Asks for the work: done at once, or after the rest. Asks meanwhile are one. */
  ask(): void;
  stop(): void;
}

/** Repeats a piece of work when asked, but never beside itself and with a rest in between. */
export function calmly(work: () => Promise<unknown>, restMs: number): Calm {
  let resting = false;
  let asked = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function round() {
    resting = true;
    asked = false;
    await work().catch(() => {});
    if (!stopped) timer = setTimeout(rested, restMs);
  }
  function rested() {
    resting = false;
    if (asked) void round();
  }

  return {
    ask() {
      if (stopped) return;
      if (resting) asked = true;
      else void round();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
