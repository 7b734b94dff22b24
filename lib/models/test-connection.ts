import { type AppError, isAppError } from "@/workflows/errors/app-error";
import type { OpenConnection } from "./connection";
import { runHints } from "./model-error";
import { createModel } from "./model-gateway";
import type { ModelsWayOut } from "./way-out";

export interface ConnectionTest {
  ok: boolean;
  model: string;
  latencyMs: number | null;
  /** The provider's own words on failure. */
  error: string | null;
  hint: string | null;
}

const settings = { maxTokens: 16, timeoutMs: 20_000 };

/** One small call, streamed as runs stream, to the model named or the connection's first. */
export async function testConnection(
  wayOut: ModelsWayOut,
  connection: OpenConnection,
  wanted: string | undefined,
  signal?: AbortSignal,
): Promise<ConnectionTest> {
  const model = wanted ?? connection.models[0] ?? "";
  const start = performance.now();
  try {
    const stream = await createModel(wayOut, connection, model, settings).stream("Answer with the word: OK", {
      signal,
    });
    for await (const _chunk of stream) void _chunk;
    return { ok: true, model, latencyMs: Math.round(performance.now() - start), error: null, hint: null };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { ok: false, model, latencyMs: null, error: error.message, hint: testHint(error) };
  }
}

/** Where the advice for a run speaks of nodes, a test has none. */
const testHints: Readonly<Record<string, string>> = {
  model_rate_limited: "The key works. Wait and test again, or raise the limit at the provider.",
  model_unavailable: "Check the address of the connection and that its server runs, then test again.",
  model_timeout: "Check the address of the connection, or test with a faster model.",
  model_bad_request: "Check the names of the models in this connection.",
};

function testHint({ code, details }: AppError): string | null {
  const isForRuns = Object.entries(runHints).some(([known, hint]) => known === code && hint === details.hint);
  return (isForRuns ? testHints[code] : undefined) ?? details.hint ?? null;
}
