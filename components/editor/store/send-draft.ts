import { errorMessage } from "@/components/ui/error-message";
import { ApiProblem, call } from "@/lib/api/client/call";
import { changeDraft, staleDraftSchema } from "@/lib/api/contract/agents";
import type { SaveOutcome, SendDraft } from "./autosave";

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

function outcomeOf(error: unknown): SaveOutcome {
  if (!(error instanceof ApiProblem))
    return { kind: "failed", message: errorMessage(error), retryable: false };
  const { code, status, data } = error.problem;
  if (code === "stale_revision") {
    const stale = staleDraftSchema.safeParse(data);
    if (stale.success) return { kind: "stale", stale: stale.data };
  }
  return {
    kind: "failed",
    message: error.message,
    retryable: status === 0 || status === 429 || status >= 500,
  };
}
