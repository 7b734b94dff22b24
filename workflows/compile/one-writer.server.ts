import { BaseChannel, EmptyChannelError } from "@langchain/langgraph";
import { AppError } from "@/workflows/errors/app-error";

/**
 * A channel whose reducer replaces: like LangGraph's LastValue, but a second write in one superstep is refused with
 * the names of those who write there.
 */
export class OneWriter extends BaseChannel<unknown, unknown, unknown> {
  override lc_graph_name = "LastValue";
  #value: unknown;

  constructor(
    private readonly channel: string,
    private readonly writers: readonly string[],
    private readonly initial: unknown,
  ) {
    super();
    this.#value = initial;
  }

  override fromCheckpoint(checkpoint?: unknown): this {
    const channel = new OneWriter(this.channel, this.writers, this.initial);
    if (checkpoint !== undefined) channel.#value = checkpoint;
    // BaseChannel wants the polymorphic `this`; the class has no subclasses.
    return channel as this;
  }

  override update(values: unknown[]): boolean {
    if (values.length === 0) return false;
    if (values.length > 1) throw this.#refusal();
    this.#value = values[0];
    return true;
  }

  override get(): unknown {
    if (this.#value === undefined) throw new EmptyChannelError();
    return this.#value;
  }

  override checkpoint(): unknown {
    return this.get();
  }

  override isAvailable(): boolean {
    return this.#value !== undefined;
  }

  #refusal(): AppError {
    const names = this.writers.map((title) => `“${title}”`).join(" and ");
    return new AppError(
      "graph_invalid",
      `The channel “${this.channel}” got several values in one step. It keeps one; ${names} write to it.`,
      {
        channel: this.channel,
        hint: "Give the channel the reducer append or merge, or let one node run after the other.",
      },
    );
  }
}
