import { inputsOf, messagesChannelOf } from "@/lib/agents/inputs";
import { documentOf } from "@/lib/agents/published";
import { may } from "@/lib/auth/actor";
import { forVisitor } from "@/lib/chat/chat-events";
import { ownPause, ownThread, ownTurn, type Talker } from "@/lib/chat/conversation";
import { shownTurn } from "@/lib/chat/shown-turn";
import { turnInput } from "@/lib/chat/turn-input";
import { titlesByAddress } from "@/workflows/graph/inside";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import type { Api } from "../api";
import { chatApi } from "../contract";
import type { InterruptSummary } from "../contract/runs";
import { mount } from "../mount";
import { startOnce } from "../once";

/** The chat page of a published agent. */
export function mountChat(api: Api): void {
  const { db } = api.services;
  mount(api, chatApi.getChat, async ({ caller: { agent, actor } }) => {
    const document = await documentOf(db, agent.id, agent.version);
    return {
      name: agent.name,
      description: agent.description,
      slug: agent.slug,
      version: agent.version,
      messagesChannel: messagesChannelOf(document),
      inputs: inputsOf(document),
      nodeTitles: titlesByAddress(document, nodeDefinitions),
      mayReadRuns: may(actor, "run.read"),
      mayAnswer: may(actor, "interrupt.answer"),
      asksFeedback: agent.asksFeedback,
    };
  });
  mountThreads(api);
  mountTurns(api);
}

function mountThreads(api: Api): void {
  const { feedback, runs } = api.services;
  mount(api, chatApi.listThreads, async ({ caller: { agent, actor } }) => ({
    items: await runs.threads(actor, agent.id),
  }));
  mount(api, chatApi.getThread, async ({ caller, params }) => {
    const { agent, actor } = caller;
    const thread = await ownThread(runs, caller, params.threadId);
    const turns = await runs.turns(actor, agent.id, thread.id);
    const said = await feedback.ownOf(
      actor,
      turns.map(({ runId }) => runId),
    );
    return {
      ...thread,
      turns: turns.map((turn) => ({
        ...shownTurn(turn),
        feedback: said.filter(({ runId }) => runId === turn.runId),
      })),
      interrupts: await pausesOf(api, caller, thread.id),
    };
  });
  mountThreadChanges(api);
}

function mountThreadChanges(api: Api): void {
  const { runs } = api.services;
  mount(
    api,
    chatApi.renameThread,
    async ({ caller, params, body }) => {
      await ownThread(runs, caller, params.threadId);
      return runs.renameThread(caller.actor, caller.agent.id, params.threadId, body.title);
    },
    { audit: false },
  );
  mount(api, chatApi.deleteThread, async ({ caller, params }) => {
    await ownThread(runs, caller, params.threadId);
    await runs.deleteThread(caller.actor, caller.agent.id, params.threadId);
  });
}

function mountTurns(api: Api): void {
  const { db, runs } = api.services;
  mount(
    api,
    chatApi.sendMessage,
    ({ caller, body, request }) => {
      const { agent, actor } = caller;
      return startOnce(runs, { request, actor, agent, body }, async () => {
        if (body.threadId !== undefined) await ownThread(runs, caller, body.threadId);
        const document = await documentOf(db, agent.id, agent.version);
        return {
          agent,
          graph: { version: agent.version },
          source: "chat",
          input: turnInput(document, body),
          threadId: body.threadId,
          multitask: body.multitaskStrategy,
          retryOf: body.retryOf,
        };
      });
    },
    // A run is its own record.
    { audit: false },
  );
  mount(
    api,
    chatApi.stopTurn,
    async ({ caller, params }) => {
      const run = await ownTurn(runs, caller, params.runId);
      await runs.cancel(caller.actor, run.id);
    },
    { audit: false },
  );
  mount(
    api,
    chatApi.answerTurn,
    async ({ caller, params, body }) => {
      const pause = await ownPause(runs, caller, params.interruptId);
      return runs.answer(caller.actor, pause.id, body);
    },
    { audit: ({ params, body }) => ({ interruptId: params.interruptId, answer: body.answer }) },
  );
}

const mostPauses = 50;

/** Who is asked, what they said and until when is no matter of visitors. */
const unseen = { nodeTitle: "", assignees: [], votes: [], comments: [], expiresAt: null, escalatesAt: null };

/** Pauses of a conversation, oldest first; visitors see that somebody is asked, not what, nor what was decided. */
async function pausesOf(api: Api, { actor }: Talker, threadId: string): Promise<InterruptSummary[]> {
  const isVisitor = actor.kind === "visitor";
  const filter = { threadId, ...(isVisitor && { status: "waiting" as const }) };
  const { items } = await api.services.runs.interrupts(actor, filter, { limit: mostPauses });
  const shown = isVisitor
    ? items.map((pause) => ({ ...pause, ...unseen, payload: forVisitor(pause.payload) }))
    : items;
  return shown.reverse();
}
