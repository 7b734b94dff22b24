import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const rerankDocs: NodeDocs = {
  purpose:
    "Puts texts in the order in which they answer a question and writes each as {item, score, index}, the best first. Use it behind a search that finds much, so that a model reads only what helps. A reranker (LiteLLM, vLLM, Together, Llama Stack, and what speaks Cohere's form) is the best at it; an embedding model or a chat model can stand in. Scores of different models mean different things, so set a lowest score only after looking at some. The offline model counts words and is for trying out.",
  example: {
    title: "The two articles that help most",
    summary: "Articles are ordered by how well their texts answer the question, and two are kept.",
    document: exampleGraph({
      channels: {
        question: holds("string", "What a customer asks."),
        articles: holds("array", "What the search found."),
        best: holds("array", "The best two, with their scores."),
        titles: holds("array", "Their titles."),
      },
      columns: [
        { start: startNode("question", "articles") },
        {
          order: innerNode("rerank", "Best first", {
            model: "offline/offline",
            query: "{{ question }}",
            list: "articles",
            by: "item.text",
            keep: 2,
            output: "best",
          }),
        },
        {
          take: innerNode("set-state", "Take the titles", {
            assignments: [{ channel: "titles", value: "best.map(it, it.item.title)" }],
          }),
        },
        { end: endNode("titles") },
      ],
      edges: ["start > order", "order > take", "take > end"],
    }),
    input: {
      question: "How do I descale the kettle?",
      articles: [
        { title: "Lamps", text: "Which bulbs fit which lamp." },
        { title: "Descaling", text: "To descale the kettle, boil vinegar in the kettle and rinse it." },
        { title: "Kettles", text: "All sizes of the kettle." },
      ],
    },
    output: { titles: ["Descaling", "Kettles"] },
  },
};
