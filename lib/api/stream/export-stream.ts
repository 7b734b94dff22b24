import type { RunSummary } from "@/lib/api/contract/runs";

interface Export {
  head: string;
  line: (run: RunSummary) => string;
  page: (cursor: string | undefined) => Promise<{ items: RunSummary[]; nextCursor: string | null }>;
}

/** A list written page by page, as fast as its reader takes it: no more than one page is held. */
export function exportStream({ head, line, page }: Export): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor: string | undefined;
  return new ReadableStream({
    start: (stream) => stream.enqueue(encoder.encode(head)),
    async pull(stream) {
      const { items, nextCursor } = await page(cursor);
      stream.enqueue(encoder.encode(items.map(line).join("")));
      cursor = nextCursor ?? undefined;
      if (nextCursor === null) stream.close();
    },
  });
}
