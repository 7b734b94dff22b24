import type { Dispatcher, Response } from "undici";
import { AppError } from "@/workflows/errors/app-error";
import type { HttpAnswer, HttpCall } from "@/workflows/http/http-call";
import type { HttpGateway } from "@/workflows/runtime/ports";
import { follow } from "./follow";
import { toHttpError } from "./http-error";
import { limitBody, tooLarge } from "./limit-body";

/** HTTP for nodes and tools: guarded addresses, one time limit over everything, one size limit. */
export function createHttpGateway(dispatcher: () => Dispatcher): HttpGateway {
  return {
    async send(call) {
      const target = readUrl(call.url);
      const timeout = AbortSignal.timeout(call.timeoutMs);
      const signal = AbortSignal.any([call.signal, timeout]);
      try {
        const hop = {
          url: target,
          method: call.method.toUpperCase(),
          headers: new Headers(call.headers),
          body: call.body ?? null,
        };
        const { response, url } = await follow(hop, dispatcher(), signal);
        return await readAnswer(response, url, call.maxBytes);
      } catch (error) {
        if (call.signal.aborted) throw call.signal.reason;
        if (timeout.aborted) throw tookTooLong(target, call);
        throw toHttpError(error, target.host);
      }
    },
  };
}

async function readAnswer(response: Response, url: URL, maxBytes: number): Promise<HttpAnswer> {
  const declared = Number(response.headers.get("content-length") ?? 0);
  if (declared > maxBytes) {
    await response.body?.cancel();
    throw tooLarge(url.host, maxBytes);
  }
  const body = response.body ? await readText(response, maxBytes, url.host) : "";
  return { status: response.status, headers: Object.fromEntries(response.headers), body, url: url.href };
}

async function readText(response: Response, maxBytes: number, host: string): Promise<string> {
  if (!response.body) return "";
  const decoder = decoderFor(response.headers.get("content-type") ?? "");
  let text = "";
  for await (const bytes of limitBody(response.body, maxBytes, host)) {
    text += decoder.decode(bytes, { stream: true });
  }
  return text + decoder.decode();
}

function decoderFor(contentType: string): TextDecoder {
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset);
  } catch {
    // An unknown charset label is the server's mistake; UTF-8 keeps the ASCII part readable.
    return new TextDecoder();
  }
}

function readUrl(text: string): URL {
  const url = URL.parse(text);
  if (url) return url;
  throw new AppError("http_failed", `"${text}" is not an address that can be called.`, {
    field: "url",
    hint: "Write the whole address, with https:// in front.",
  });
}

function tookTooLong(url: URL, call: HttpCall): AppError {
  return new AppError("http_failed", `${url.host} did not answer in ${call.timeoutMs} ms.`, {
    hint: "Raise the time limit of this request, or look why the server is slow.",
    data: { timeoutMs: call.timeoutMs },
  });
}
