import type { Dispatcher } from "undici";
import { follow } from "./follow";
import { toHttpError } from "./http-error";
import { limitBody } from "./limit-body";

/** What provider SDKs accept in place of the global fetch. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * A fetch for SDKs that lets them call only what the dispatcher's policy allows. Streaming bodies stay
 * streams; the response is cut with an error after `maxBytes`.
 */
export function createGuardedFetch(dispatcher: () => Dispatcher, maxBytes: number): Fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const body = request.body ? new Uint8Array(await request.arrayBuffer()) : null;
    try {
      const hop = { url, method: request.method, headers: request.headers, body };
      const { response } = await follow(hop, dispatcher(), request.signal);
      const limited = response.body ? toStream(limitBody(response.body, maxBytes, url.host)) : null;
      // A new Response belongs to the global class that SDKs know; undici's own is another one.
      return new Response(limited, {
        status: response.status,
        statusText: response.statusText,
        headers: [...response.headers],
      });
    } catch (error) {
      if (request.signal.aborted) throw request.signal.reason;
      throw toHttpError(error, url.host);
    }
  };
}

function toStream(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
