import type { Stream } from "node:stream";

/** So much of what a process said on stderr is kept: the end, where the reason stands. */
const longest = 2_000;

/** Keeps the end of what a stream says. */
export function lastWords(stream: Stream | null): () => string {
  let text = "";
  stream?.on("data", (chunk: unknown) => {
    text = (text + String(chunk)).slice(-longest);
  });
  return () => text.trim();
}
