import { AppError } from "@/workflows/errors/app-error";

/** Passes bytes through until there are too many; counts what was decompressed, so a small bomb stops too. */
export async function* limitBody(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
  host: string,
): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const chunk of body) {
    seen += chunk.byteLength;
    if (seen > maxBytes) throw tooLarge(host, maxBytes);
    yield chunk;
  }
}

export function tooLarge(host: string, maxBytes: number): AppError {
  return new AppError("http_too_large", `The answer of ${host} is larger than ${maxBytes} bytes.`, {
    hint: "Ask for less, or raise the size limit of this request.",
    data: { maxBytes },
  });
}
