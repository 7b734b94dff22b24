import { cosine } from "@/workflows/data/cosine";
import { AppError } from "@/workflows/errors/app-error";
import { renderTemplate } from "@/workflows/expressions/template";
import type { NodeServices } from "@/workflows/runtime/ports";
import { embedTexts } from "../embed-texts.server";
import type { NodeContext, NodeExecute } from "../execute";
import { judge } from "../judge.server";
import { textVisit } from "../text-visit";
import { textsIn } from "../texts-in";
import { tracedCall } from "../traced-call.server";
import { chatQuestion, chatScores, chatTexts } from "./chat-question";
import type { RerankConfig } from "./definition";
import { ranked } from "./ranked";

type Ways = Record<
  RerankConfig["way"],
  (config: RerankConfig, query: string, texts: string[]) => Promise<number[]>
>;

export const executeRerank: NodeExecute<RerankConfig> = (config, services) => async (state, context) => {
  const query = renderTemplate(config.query, state).trim();
  if (query === "") {
    throw new AppError("invalid_input", "The question is empty, so nothing can be ranked by it.", {
      field: "query",
      hint: "Look at what the nodes before this one write.",
    });
  }
  const entries = textsIn(config, state);
  const texts = entries.map(({ text }) => text);
  const scores = texts.length > 0 ? await waysOf(services, context)[config.way](config, query, texts) : [];
  return ranked(config, entries, scores);
};

function waysOf(services: NodeServices, context: NodeContext): Ways {
  const { signal } = context;
  return {
    async reranker({ model: reference }, query, texts) {
      const reranker = await services.texts.reranker(reference, textVisit(context));
      const { provider, model } = reranker;
      const { scores } = await tracedCall(
        {
          provider,
          model,
          operation: "rerank",
          sent: [query, ...texts],
          call: () => reranker.rank({ query, texts, signal }),
          told: ({ scores }) => `${scores.length} scores, the highest ${Math.max(...scores)}`,
        },
        context,
      );
      return scores;
    },
    async embedding({ model: reference }, query, texts) {
      const embedder = await services.texts.embedder(reference, textVisit(context));
      const [[asked = []], vectors] = await Promise.all([
        embedTexts(embedder, [query], { purpose: "query" }, context),
        embedTexts(embedder, texts, { purpose: "document" }, context),
      ]);
      return vectors.map((vector) => cosine(asked, vector));
    },
    async chat({ model, fallbacks }, query, texts) {
      const asked = { model, fallbacks, text: "{{ asked }}", instructions: "", temperature: 0 };
      const state = { asked: chatTexts(query, texts) };
      return chatScores(await judge(asked, chatQuestion, state, services, context), texts.length);
    },
  };
}
