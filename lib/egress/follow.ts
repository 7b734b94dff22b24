import { type Dispatcher, fetch, type Response } from "undici";
import { AppError } from "@/workflows/errors/app-error";
import { type Hop, maxRedirects, nextHop } from "./redirect";

/** Sends a request through a guarded dispatcher and follows redirects, each judged anew by the guard. */
export async function follow(
  first: Hop,
  dispatcher: Dispatcher,
  signal: AbortSignal,
): Promise<{ response: Response; url: URL }> {
  let hop = first;
  for (let count = 0; count <= maxRedirects; count++) {
    assertHttp(hop.url);
    const response = await fetch(hop.url, {
      method: hop.method,
      headers: [...hop.headers],
      body: hop.body,
      redirect: "manual",
      dispatcher,
      signal,
    });
    const next = nextHop(hop, response.status, response.headers.get("location"));
    if (!next) return { response, url: hop.url };
    // An unread body would keep its socket busy.
    await response.body?.cancel();
    hop = next;
  }
  throw new AppError("http_failed", `${first.url.host} redirected more than ${maxRedirects} times.`);
}

function assertHttp(url: URL): void {
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new AppError("egress_refused", `Only http and https addresses can be called, not ${url.protocol}`, {
      data: { protocol: url.protocol },
    });
  }
  if (url.username || url.password) {
    throw new AppError("egress_refused", "The address holds a user name or password.", {
      hint: "Send them in an Authorization header instead.",
    });
  }
}
