import type { Fetch } from "@/lib/egress/guarded-fetch";
import type { CreateInput } from "../provider";

/** What a provider's `create` is given, with what matters to a test. */
export function input(given: Partial<CreateInput> & { fetch: Fetch }): CreateInput {
  return { model: "m", key: "sk-right", baseUrl: null, account: {}, settings: {}, metadata: {}, ...given };
}
