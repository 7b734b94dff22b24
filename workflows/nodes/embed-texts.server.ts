import pLimit from "p-limit";
import { AppError } from "@/workflows/errors/app-error";
import type { Embedder } from "@/workflows/runtime/ports";
import type { NodeContext } from "./execute";
import { tracedCall } from "./traced-call.server";

/** Batches of one visit that are under way at the same time. */
const places = 4;

interface EmbedOptions {
  purpose: "document" | "query";
  dimensions?: number | undefined;
  /** The most texts a call may hold, where that is less than the model takes. */
  batch?: number | undefined;
}

/** One vector a text, in the same order. Each batch is a call of its own in the trace. @throws AppError model_… */
export async function embedTexts(
  embedder: Embedder,
  texts: readonly string[],
  { purpose, dimensions, batch = embedder.batch }: EmbedOptions,
  context: Pick<NodeContext, "config" | "signal">,
): Promise<number[][]> {
  const { provider, model } = embedder;
  const { signal } = context;
  const limit = pLimit(places);
  const found = await Promise.all(
    batches(texts, Math.min(batch, embedder.batch)).map((sent) =>
      limit(async () => {
        signal.throwIfAborted();
        const call = async () =>
          whole(await embedder.embed({ texts: sent, purpose, dimensions, signal }), sent);
        return tracedCall(
          {
            provider,
            model,
            operation: "embeddings",
            sent,
            call,
            told: ({ vectors }) => vectorsTold(vectors),
          },
          context,
        );
      }),
    ),
  );
  return found.flatMap(({ vectors }) => vectors);
}

/** A vector too few would give all that follow to the wrong texts. @throws AppError model_bad_request */
function whole<Found extends { vectors: readonly number[][] }>(found: Found, sent: readonly string[]): Found {
  if (found.vectors.length === sent.length) return found;
  const message = `The model was sent ${sent.length} texts and gave ${found.vectors.length} vectors.`;
  throw new AppError("model_bad_request", message, { field: "model" });
}

function batches(texts: readonly string[], size: number): string[][] {
  const count = Math.ceil(texts.length / size);
  return Array.from({ length: count }, (_, at) => texts.slice(at * size, (at + 1) * size));
}

function vectorsTold(vectors: readonly number[][]): string {
  const dimensions = vectors[0]?.length ?? 0;
  return `${vectors.length} ${vectors.length === 1 ? "vector" : "vectors"} of ${dimensions} numbers`;
}
