import { createPromptIn, deletePromptIn, savePromptIn, updatePromptIn } from "@/lib/prompts/library";
import { promptRow, readPrompt, summaries, toVersion, versionRow } from "@/lib/prompts/rows";
import { askModel, fillValues, testCases } from "@/lib/prompts/try-prompt";
import { wordDiff } from "@/workflows/data/word-diff";
import type { Api } from "../api";
import { promptsApi } from "../contract";
import { mount, mountChange } from "../mount";

export function mountPrompts(api: Api): void {
  const { db, modelsOf } = api.services;
  mount(api, promptsApi.listPrompts, async ({ caller }) => ({
    items: await summaries(db, caller.workspaceId),
  }));
  mountChange(api, promptsApi.createPrompt, ({ caller, body }, tx) => createPromptIn(tx, caller, body), {
    audit: ({ body: { name, note } }) => ({ name, note }),
  });
  mount(api, promptsApi.getPrompt, ({ caller, params }) => readPrompt(db, caller.workspaceId, params.id));
  mountChange(
    api,
    promptsApi.updatePrompt,
    ({ caller, params, body }, tx) => updatePromptIn(tx, caller, params.id, body),
    { audit: ({ body: { name, description } }) => ({ name, description }) },
  );
  mountChange(
    api,
    promptsApi.savePrompt,
    ({ caller, params, body }, tx) => savePromptIn(tx, caller, params.id, body),
    { audit: ({ body: { basedOn, note } }) => ({ basedOn, note }) },
  );
  mountChange(api, promptsApi.deletePrompt, ({ caller, params }, tx) =>
    deletePromptIn(tx, caller, params.id),
  );
  mount(api, promptsApi.getPromptVersion, async ({ caller, params: { id, number } }) => {
    await promptRow(db, caller.workspaceId, id);
    const row = await versionRow(db, id, number);
    return { ...toVersion(row), text: row.text };
  });
  mount(api, promptsApi.comparePrompt, async ({ caller, params: { id, number }, query }) => {
    await promptRow(db, caller.workspaceId, id);
    const since = query.since ?? Math.max(1, number - 1);
    const [before, after] = [await versionRow(db, id, since), await versionRow(db, id, number)];
    return { since, differences: wordDiff(before.text, after.text) };
  });
  const trying = { db, modelsOf };
  // What is only tried out changes nothing that a log would have to keep; what it costs is counted.
  mount(
    api,
    promptsApi.tryPrompt,
    async ({ caller, body: { text, values, model }, request }) => {
      const filled = fillValues(text, values);
      const answer =
        model === undefined ? null : await askModel(trying, caller, model, filled, request.signal);
      return { filled, answer };
    },
    { audit: false },
  );
  mount(
    api,
    promptsApi.testPrompt,
    async ({ caller, params: { id, number }, body, request }) => {
      const { cases } = await readPrompt(db, caller.workspaceId, id);
      const { text } = await versionRow(db, id, number);
      const wanted = cases.filter(({ name }) => body.cases?.includes(name) ?? true);
      const asked = { text, model: body.model, cases: wanted };
      return { outcomes: await testCases(trying, caller, asked, request.signal) };
    },
    { audit: false },
  );
}
