import { forgetAnswers, listAnswerFigures } from "@/lib/models/cache/figures";
import type { Api } from "../api";
import { keptAnswersApi } from "../contract";
import { mount, mountChange } from "../mount";

export function mountKeptAnswers(api: Api): void {
  const { db } = api.services;
  mount(api, keptAnswersApi.listKeptAnswers, async ({ caller }) => ({
    items: await listAnswerFigures(db, caller),
  }));
  mountChange(
    api,
    keptAnswersApi.forgetKeptAnswers,
    ({ caller, params }, tx) => forgetAnswers(tx, caller, params.id),
    { audit: ({ params }) => params },
  );
}
