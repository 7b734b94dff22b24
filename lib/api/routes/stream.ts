import { may } from "@/lib/auth/actor";
import { chatEvent } from "@/lib/chat/chat-events";
import { ownCall, ownTurn, type Talker } from "@/lib/chat/conversation";
import type { RunEvent } from "@/workflows/events/event";
import type { Api } from "../api";
import { chatApi, runsApi } from "../contract";
import { mountRaw } from "../mount";
import { requireKnown } from "../require-known";
import { resumeFrom, runStream } from "../stream/run-stream";

/** Server-sent events. One reader serves them and the sockets. */
export function mountStreams(api: Api): void {
  const { runs } = api.services;
  mountRaw(api, runsApi.streamRun, async ({ caller, params, query, request }) => {
    const run = await runs.get(caller, params.id);
    return runStream(runs, { actor: caller, run, after: resumeFrom(request, query), show: (event) => event });
  });
  mountRaw(api, chatApi.streamTurn, async ({ caller, params, query, request }) => {
    const run = await ownTurn(runs, caller, params.runId);
    const after = resumeFrom(request, query);
    const show = inChat(caller);
    return runStream(runs, { actor: caller.actor, run, after, show, throughPauses: query.pauses === "wait" });
  });
  mountRaw(api, chatApi.streamCall, async ({ caller, params, query, request }) => {
    const run = await ownCall(runs, requireKnown(caller), params.runId);
    const after = resumeFrom(request, query);
    return runStream(runs, { actor: caller.actor, run, after, show: forProgram(caller) });
  });
}

/** What a person in the chat may see. */
export function inChat({ actor }: Talker): (event: RunEvent) => RunEvent | null {
  const view = { seesPauses: actor.kind !== "visitor" };
  return (event) => chatEvent(event, view);
}

/** A program that may read runs sees everything, another one what a chat shows. */
export function forProgram(talker: Talker): (event: RunEvent) => RunEvent | null {
  return may(talker.actor, "run.read") ? (event) => event : inChat(talker);
}
