import { writeAudit } from "@/lib/audit/audit";
import type { Api } from "../api";
import { answerLinksApi } from "../contract";
import { mount } from "../mount";

export function mountAnswerLinks(api: Api): void {
  const { db, answerLinks } = api.services;
  mount(api, answerLinksApi.listAnswerLinks, async ({ caller, params }) => ({
    items: await answerLinks.list(caller, params.id),
  }));
  mount(
    api,
    answerLinksApi.createAnswerLink,
    ({ caller, params, body }) => answerLinks.make(caller, params.id, body),
    { audit: ({ body }) => body },
  );
  mount(
    api,
    answerLinksApi.withdrawAnswerLink,
    ({ caller, params }) => answerLinks.withdraw(caller, params.id, params.linkId),
    { audit: ({ params }) => ({ linkId: params.linkId }) },
  );
  mount(
    api,
    answerLinksApi.getAnswerLink,
    async ({ params }) => {
      const { link, state, pause, question } = await answerLinks.look(params.token);
      const { recipient, answer, expiresAt } = link;
      const { agentName, nodeTitle } = pause;
      return {
        state,
        recipient,
        answer,
        agentName,
        nodeTitle,
        question,
        expiresAt: expiresAt.toISOString(),
      };
    },
    { limit: "link" },
  );
  mount(
    api,
    answerLinksApi.answerByLink,
    async ({ params, body }) => {
      const { link, pause } = await answerLinks.use(params.token, body);
      // By hand: the operation names the token, which is nobody's to read.
      await writeAudit(db, {
        actor: null,
        workspaceId: link.workspaceId,
        action: "answerByLink",
        target: { kind: "approvals", id: pause.id },
        data: { linkId: link.id, recipient: link.recipient, answer: body.answer },
      });
      return { waitsForOthers: pause.status === "waiting" };
    },
    { limit: "link", audit: false },
  );
}
