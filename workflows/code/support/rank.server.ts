import type { Embeddings } from "@langchain/core/embeddings";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { HumanMessage, SystemMessage } from "@langchain/core/messages";
import type { RunnableConfig } from "@langchain/core/runnables";
import { cosine } from "@/workflows/data/cosine";
import { askStructured } from "@/workflows/nodes/ask-structured.server";
import { chatQuestion, chatScores, chatTexts } from "@/workflows/nodes/rerank/chat-question";

/** How near each text is to the question, by vectors. */
export async function scoresByVectors(model: Embeddings, query: string, texts: string[]): Promise<number[]> {
  const [asked, vectors] = await Promise.all([model.embedQuery(query), model.embedDocuments(texts)]);
  return vectors.map((vector) => cosine(asked, vector));
}

/** How well each text answers the question, in the eyes of a chat model. */
export async function scoresByChat(
  model: BaseChatModel,
  query: string,
  texts: string[],
  config: RunnableConfig,
): Promise<number[]> {
  const messages = [new SystemMessage(chatQuestion.instructions), new HumanMessage(chatTexts(query, texts))];
  const { value } = await askStructured(model, chatQuestion.schema, messages, config);
  return chatScores(value, texts.length);
}
