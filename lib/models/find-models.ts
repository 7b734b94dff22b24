import type { CallInput } from "@/lib/api/contract/endpoint";
import type { findModels as endpoint } from "@/lib/api/contract/models";
import { AppError } from "@/workflows/errors/app-error";
import type { OpenConnection } from "./connection";
import { toModelError } from "./model-error";
import { privateHost } from "./model-gateway";
import type { FoundModel } from "./providers/found-model";
import { providerOf } from "./providers/registry";
import type { ModelsWayOut } from "./way-out";

/** A connection as it stands in its form, saved or not. */
export type ConnectionDraft = CallInput<typeof endpoint>["body"];

/**
 * The models that a provider says it has, by name.
 * @param stored the connection that is changed, if it is not a new one
 * @throws AppError invalid_input where it has no list, or a stored key would go to another address; model_… with the
 *   provider's own words
 */
export async function findModels(
  wayOut: ModelsWayOut,
  draft: ConnectionDraft,
  stored?: OpenConnection,
): Promise<FoundModel[]> {
  const { definition, list } = providerOf(draft.provider);
  if (!list) {
    throw new AppError("invalid_input", `${definition.title} has no list of models that a key opens.`, {
      hint: "Type the names of the models.",
    });
  }
  const key = keyFor(draft, stored);
  const baseUrl = draft.baseUrl ?? null;
  const fetch = wayOut.fetchFor(privateHost({ allowPrivate: draft.allowPrivate ?? false, baseUrl }));
  try {
    const found = await list({ key, baseUrl, fetch });
    const once = new Map(found.map((model) => [model.id, model]));
    return [...once.values()].sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
  } catch (error) {
    throw toModelError(error, { label: definition.title, key });
  }
}

/** A stored key goes where it was stored for, and nowhere else. */
function keyFor({ key, provider, baseUrl }: ConnectionDraft, stored?: OpenConnection): string | null {
  if (key !== undefined || !stored?.key) return key ?? null;
  if (stored.provider === provider && stored.baseUrl === (baseUrl ?? null)) return stored.key;
  throw new AppError("invalid_input", "The stored key is only sent to the address it was stored for.", {
    hint: "Enter the key again to ask another address.",
    field: "key",
  });
}
