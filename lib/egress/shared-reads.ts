import { addAbortListener } from "node:events";
import type { HttpAnswer, HttpCall } from "@/workflows/http/http-call";
import type { HttpGateway } from "@/workflows/runtime/ports";

/** A request on its way, and how many wait for it. */
interface Flight {
  answer: Promise<HttpAnswer>;
  stop: AbortController;
  waiting: number;
}

const reads: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/**
 * Identical reads of a workspace at the same time are one request. Who is cancelled leaves the others waiting; the
 * request ends when nobody waits any more. Nothing is kept after the answer.
 */
export class SharedReads {
  private readonly flights = new Map<string, Flight>();

  /** HTTP of one workspace. */
  over(http: HttpGateway, workspaceId: string): HttpGateway {
    return {
      send: (call) => {
        if (call.alone || call.body !== undefined || !reads.has(call.method)) return http.send(call);
        return this.join(`${workspaceId} ${keyOf(call)}`, http, call);
      },
    };
  }

  private async join(key: string, http: HttpGateway, call: HttpCall): Promise<HttpAnswer> {
    call.signal.throwIfAborted();
    const flight = this.flights.get(key) ?? this.start(key, http, call);
    flight.waiting += 1;
    const cancelled = Promise.withResolvers<never>();
    const listening = addAbortListener(call.signal, () => cancelled.reject(call.signal.reason));
    try {
      const answer = await Promise.race([flight.answer, cancelled.promise]);
      return { ...answer, headers: { ...answer.headers } };
    } finally {
      listening[Symbol.dispose]();
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        this.end(key, flight);
        flight.stop.abort();
      }
    }
  }

  private start(key: string, http: HttpGateway, call: HttpCall): Flight {
    const stop = new AbortController();
    const flight = { answer: http.send({ ...call, signal: stop.signal }), stop, waiting: 0 };
    const over = () => this.end(key, flight);
    flight.answer.then(over, over);
    this.flights.set(key, flight);
    return flight;
  }

  private end(key: string, flight: Flight): void {
    if (this.flights.get(key) === flight) this.flights.delete(key);
  }
}

/** All that the answer may depend on; headers hold who asks. */
function keyOf({ method, url, headers, timeoutMs, maxBytes }: HttpCall): string {
  const sorted = Object.entries(headers).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([method, url, sorted, timeoutMs, maxBytes]);
}
