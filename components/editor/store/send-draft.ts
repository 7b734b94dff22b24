import { errorMessage } from "@/components/ui/error-message";
import { changeDraft } from "@/lib/api/client/addresses";
import { ApiProblem, call } from "@/lib/api/client/call";
import type { SaveOutcome, SendDraft } from "./autosave";
import { shapes } from "./late-shapes";

/** Bytes; browsers refuse more for calls that outlive their page. */
const KEEPALIVE_LIMIT = 60_000;

/** Whether a call with this body may go on when its page is left. */
export function outlivesPage(body: unknown): boolean {
  return new TextEncoder().encode(JSON.stringify(body)).length < KEEPALIVE_LIMIT;
}

/** Sends operations to an agent's draft; a refusal comes back as an outcome. */
export function sendDraftOf(agentId: string): SendDraft {
  return async (body) => {
    try {
      const { revision } = await call(
        changeDraft,
        { params: { id: agentId }, body },
        { keepalive: outlivesPage(body) },
      );
      return { kind: "saved", revision };
    } catch (error) {
      return outcomeOf(error);
    }
  };
}

async function outcomeOf(error: unknown): Promise<SaveOutcome> {
  if (!(error instanceof ApiProblem))
    return { kind: "failed", message: errorMessage(error), retryable: false };
  const { code, status, data } = error.problem;
  if (code === "stale_revision") {
    const schemas = await shapes.load().catch(() => null);
    if (!schemas) return { kind: "failed", message: error.message, retryable: true };
    const stale = schemas.readStale(data);
    if (stale) return { kind: "stale", stale };
  }
  return {
    kind: "failed",
    message: error.message,
    retryable: status === 0 || status === 429 || status >= 500,
  };
}
