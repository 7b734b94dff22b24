import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AppError } from "@/workflows/errors/app-error";
import type { AnswersOfAgent, KeptAnswers } from "@/workflows/graph/kept-answers";
import { embedTexts } from "@/workflows/nodes/embed-texts.server";
import {
  type ModelSettings,
  type ModelVisit,
  modelMetadataKeys,
  type TextModelGateway,
} from "@/workflows/runtime/ports";
import type { AnswerCache } from "./answer-cache";
import { keepAnswers } from "./keep-model";

export interface AnswerKeeper {
  cache: AnswerCache;
  textsOf: (workspaceId: string) => TextModelGateway;
}

export interface KeptFor extends AnswersOfAgent {
  workspaceId: string;
  /** The node that asks: what its run may not send to a model, it may not send to be compared. */
  visit?: ModelVisit | undefined;
}

/** The model as an agent's settings want it: its answers are kept, unless nobody is known whose they would be. */
export function keptModel(
  { cache, textsOf }: AnswerKeeper,
  model: BaseChatModel,
  /** The model's reference, and what changes when its connection does. */
  called: { reference: string; version: string },
  { workspaceId, visit, agentId, settings }: KeptFor,
  { person, fresh = false, ...asked }: ModelSettings,
): BaseChatModel {
  const whose = ownerOf(settings, agentId, person);
  if (!whose) return model;
  const { embedding } = settings;
  const comparedBy = settings.match === "semantic" ? { embedding } : {};
  return keepAnswers(model, {
    cache,
    workspaceId,
    agentId,
    settings,
    fresh,
    provider: nameIn(model, modelMetadataKeys.provider),
    model: nameIn(model, modelMetadataKeys.model),
    identity: { whose, ...called, ...comparedBy, asked: defined(asked) },
    embed: async (text, config) => {
      const embedder = await textsOf(workspaceId).embedder(embedding ?? "", visit);
      const signal = config.signal ?? new AbortController().signal;
      const [vector] = await embedTexts(embedder, [text], { purpose: "query" }, { config, signal });
      if (!vector) throw new AppError("model_unavailable", "The embedding model gave no vector.");
      return vector;
    },
  });
}

function nameIn({ metadata }: BaseChatModel, key: string): string {
  const name = metadata?.[key];
  return typeof name === "string" ? name : "unknown";
}

function ownerOf({ scope }: KeptAnswers, agentId: string, person: string | undefined): object | undefined {
  if (scope === "workspace") return { scope };
  if (scope === "agent") return { scope, agentId };
  return person === undefined ? undefined : { scope, agentId, person };
}

function defined(settings: object): object {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
