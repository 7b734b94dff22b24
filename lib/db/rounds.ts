/** What waits for a round, and who waits for its answer. */
interface Waiting<Item, Answer> {
  item: Item;
  answer: PromiseWithResolvers<Answer>;
}

export interface RoundsOptions<Item> {
  /** Rounds that may be under way at the same time. */
  lanes?: number;
  /** Items of one round. */
  most?: number;
  /** What a round may weigh; one item alone may weigh more. */
  mostWeight?: number;
  weigh?: (item: Item) => number;
}

/**
 * Does something for many at once: what comes in one turn of the event loop, or while the lanes are taken, goes into
 * the next round together. An idle process answers at once; in a busy one a statement serves many runs.
 */
export class Rounds<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private underWay = 0;
  private begins = false;

  /** @param work answers in the order of the items; what it throws is thrown at each of them */
  constructor(
    private readonly work: (items: readonly Item[]) => Promise<readonly Answer[]>,
    private readonly options: RoundsOptions<Item> = {},
  ) {}

  /** @throws whatever its round threw */
  add(item: Item): Promise<Answer> {
    const answer = Promise.withResolvers<Answer>();
    this.waiting.push({ item, answer });
    this.begin();
    return answer.promise;
  }

  private begin(): void {
    if (this.begins || this.underWay >= (this.options.lanes ?? 1) || this.waiting.length === 0) return;
    this.begins = true;
    this.underWay += 1;
    setImmediate(() => {
      this.begins = false;
      void this.round();
      this.begin();
    });
  }

  /** Never rejects: a failure is told to those it hits. */
  private async round(): Promise<void> {
    const taken = this.take();
    try {
      const answers = await this.work(taken.map(({ item }) => item));
      if (answers.length !== taken.length) throw new Error("A round left somebody without an answer.");
      for (const [at, given] of answers.entries()) taken[at]?.answer.resolve(given);
    } catch (error) {
      for (const { answer } of taken) answer.reject(error);
    }
    this.underWay -= 1;
    this.begin();
  }

  private take(): Waiting<Item, Answer>[] {
    const { most = 128, mostWeight = Number.POSITIVE_INFINITY, weigh = () => 0 } = this.options;
    let weight = 0;
    const end = this.waiting.findIndex(({ item }, at) => {
      weight += weigh(item);
      return at > 0 && (at >= most || weight > mostWeight);
    });
    return this.waiting.splice(0, end === -1 ? this.waiting.length : end);
  }
}
