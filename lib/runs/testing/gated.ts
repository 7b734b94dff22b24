import { AIMessageChunk } from "@langchain/core/messages";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import type { Script } from "@/workflows/runtime/testing/scripted-model";

/** A run that is at work until it is let go: its one node asks the model `gate/model`. */
export const gatedGraph = draw({
  channels: { q: text, answer: text },
  nodes: {
    s: start("q"),
    ask: node("model", { model: "gate/model", prompt: "{{ q }}", output: "answer" }),
    done: end("answer"),
  },
  edges: ["s > ask", "ask > done"],
});

/** A model that answers when it is told to, and knows who asks. */
export class Gate {
  private readonly waiting: (() => void)[] = [];
  private readonly watchers = new Set<() => void>();
  private open = false;
  /** Calls that wait for their answer now, and the most there ever were. */
  inside = 0;
  most = 0;
  entered = 0;

  readonly script: Script;

  constructor() {
    const enter = (signal?: AbortSignal) => this.enter(signal);
    this.script = async function* (signal) {
      await enter(signal);
      yield new AIMessageChunk({ content: "ok" });
    };
  }

  /** Resolves when so many calls have come in all. */
  async until(entered: number): Promise<void> {
    while (this.entered < entered) {
      await new Promise<void>((resolve) => this.watchers.add(resolve));
    }
  }

  /** Answers one call. */
  letOne(): void {
    this.waiting.shift()?.();
  }

  /** Answers all calls, those to come included. */
  letAll(): void {
    this.open = true;
    for (const go of this.waiting.splice(0)) go();
  }

  private async enter(signal: AbortSignal | undefined): Promise<void> {
    this.inside += 1;
    this.entered += 1;
    this.most = Math.max(this.most, this.inside);
    for (const watch of this.watchers) watch();
    this.watchers.clear();
    const gone = Promise.withResolvers<void>();
    if (!this.open) this.waiting.push(gone.resolve);
    else gone.resolve();
    signal?.addEventListener("abort", () => gone.reject(signal.reason), { once: true });
    await gone.promise.finally(() => {
      this.inside -= 1;
    });
  }
}
