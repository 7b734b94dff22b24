import { may } from "@/lib/auth/actor";
import { ownTurn, type Talker } from "@/lib/chat/conversation";
import { AppError } from "@/workflows/errors/app-error";
import type { Api } from "../api";
import { feedbackApi } from "../contract";
import { feedbackSchema } from "../contract/feedback";
import { mount } from "../mount";

/** What the audit log keeps of a feedback that has gone, so that nobody's voice goes unseen. */
const deletedSchema = feedbackSchema.pick({ name: true, value: true, by: true, own: true });

export function mountFeedback(api: Api): void {
  const { feedback } = api.services;
  mount(api, feedbackApi.listFeedback, async ({ caller, params }) => ({
    items: await feedback.list(caller, params.id),
  }));
  mount(
    api,
    feedbackApi.giveFeedback,
    ({ caller, params, body: { user, ...said } }) => {
      if (user !== undefined && caller.kind !== "key") {
        throw new AppError("invalid_input", "Only programs speak for others.", { field: "user" });
      }
      const source = caller.kind === "key" ? "api" : "reviewer";
      return feedback.give(caller, { runId: params.id, said, source, user });
    },
    { audit: ({ body }) => ({ name: body.name, value: body.value }) },
  );
  mount(
    api,
    feedbackApi.deleteFeedback,
    ({ caller, params }) =>
      feedback.remove(caller, { runId: params.id, id: params.feedbackId }, may(caller, "feedback.manage")),
    { audit: (_call, gone) => ({ deleted: deletedSchema.parse(gone) }) },
  );
  mount(api, feedbackApi.listFeedbackNames, async ({ caller }) => ({ items: await feedback.names(caller) }));
  mountTurnFeedback(api);
}

function mountTurnFeedback(api: Api): void {
  const { feedback, runs } = api.services;
  mount(
    api,
    feedbackApi.giveTurnFeedback,
    async ({ caller, params, body }) => {
      requireAsked(caller);
      const { id } = await ownTurn(runs, caller, params.runId);
      return feedback.give(caller.actor, { runId: id, said: body, source: "chat" });
    },
    // It says itself who said it and when.
    { audit: false },
  );
  mount(api, feedbackApi.deleteTurnFeedback, async ({ caller, params }) => {
    const { id } = await ownTurn(runs, caller, params.runId);
    await feedback.remove(caller.actor, { runId: id, id: params.feedbackId });
  });
}

/** @throws AppError forbidden */
function requireAsked({ agent }: Talker): void {
  if (!agent.asksFeedback) throw new AppError("forbidden", "This agent does not ask for feedback.");
}
