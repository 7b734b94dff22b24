import { z } from "zod";
import { hashedVector } from "@/workflows/data/hashed-vector";
import { bearer } from "./openai-chat";
import { type Dialect, type DialectName, tokens, type WireAnswer, type WireRequest } from "./wire";

/** Vectors and scores in the forms of the providers, from the words of the texts. */

interface TextsDialect {
  name: DialectName;
  path: RegExp;
  /** The body as the provider documents it; a body that does not fit is refused, as there. */
  texts: (body: unknown) => { texts: string[]; model?: string; dimensions?: number | undefined };
  keyOf?: (headers: Headers) => string;
  answer: (sent: Sent, usage: WireAnswer["usage"]) => unknown;
}

interface Sent {
  texts: string[];
  vectors: number[][];
  model: string;
}

const dimensions = z.int().optional();
const openAiBody = z.strictObject({
  model: z.string(),
  input: z.array(z.string().min(1)).min(1),
  encoding_format: z.literal("float"),
  dimensions,
});
const openAiAnswer: TextsDialect["answer"] = ({ vectors, model }, { input }) => ({
  object: "list",
  model,
  // The protocol does not promise an order.
  data: vectors.map((embedding, index) => ({ object: "embedding", index, embedding })).reverse(),
  usage: { prompt_tokens: input, total_tokens: input },
});
const ofOpenAi = (body: unknown) => {
  const { input: texts, model, dimensions } = openAiBody.parse(body);
  return { texts, model, dimensions };
};
const cohereBody = z.strictObject({
  model: z.string(),
  query: z.string(),
  documents: z.array(z.string()).min(1),
  top_n: z.int(),
  return_documents: z.boolean(),
});
const ranked = ({ texts: [query = "", ...texts] }: Sent) => {
  const asked = new Set(tokens(query.toLowerCase()).map((word) => word.trim()));
  const score = (text: string) =>
    tokens(text.toLowerCase()).filter((word) => asked.has(word.trim())).length / (asked.size || 1);
  const found = texts.map((text, index) => ({ index, relevance_score: Math.min(1, score(text)) }));
  return found.sort((one, other) => other.relevance_score - one.relevance_score);
};

const textsDialects: readonly TextsDialect[] = [
  {
    name: "mistral-embeddings",
    path: /^\/mistral\/v1\/embeddings$/,
    texts: (body) => {
      const read = openAiBody.omit({ dimensions: true }).extend({ output_dimension: dimensions }).parse(body);
      return { texts: read.input, model: read.model, dimensions: read.output_dimension };
    },
    answer: openAiAnswer,
  },
  {
    name: "azure-embeddings",
    path: /^\/openai\/deployments\/([^/]+)\/embeddings$/,
    keyOf: (headers) => headers.get("api-key") ?? "",
    texts: ofOpenAi,
    answer: openAiAnswer,
  },
  { name: "openai-embeddings", path: /^\/v1\/embeddings$/, texts: ofOpenAi, answer: openAiAnswer },
  {
    name: "google-embeddings",
    path: /^\/v1beta\/models\/([^:]+):batchEmbedContents$/,
    keyOf: (headers) => headers.get("x-goog-api-key") ?? "",
    texts: (body) => {
      const content = z.strictObject({ parts: z.array(z.strictObject({ text: z.string() })).length(1) });
      const request = z.strictObject({
        model: z.string().startsWith("models/"),
        content,
        taskType: z.enum(["RETRIEVAL_QUERY", "RETRIEVAL_DOCUMENT"]),
        outputDimensionality: dimensions,
      });
      const { requests } = z.strictObject({ requests: z.array(request).min(1).max(100) }).parse(body);
      const texts = requests.flatMap(({ content: { parts } }) => parts.map(({ text }) => text));
      return { texts, dimensions: requests[0]?.outputDimensionality };
    },
    answer: ({ vectors }, { input }) => ({
      embeddings: vectors.map((values) => ({ values })),
      usageMetadata: { promptTokenCount: input },
    }),
  },
  {
    name: "ollama-embeddings",
    path: /^\/api\/embed$/,
    texts: (body) => {
      const { input: texts, ...read } = z
        .strictObject({ model: z.string(), input: z.array(z.string()), truncate: z.boolean(), dimensions })
        .parse(body);
      return { texts, ...read };
    },
    answer: ({ vectors: embeddings, model }, { input }) => ({
      model,
      embeddings,
      total_duration: 1,
      prompt_eval_count: input,
    }),
  },
  {
    name: "vertex-embeddings",
    path: /^\/v1\/(?:projects\/[^/]+\/locations\/[^/]+\/)?publishers\/google\/models\/([^:]+):predict$/,
    keyOf: (headers) => headers.get("x-goog-api-key") ?? bearer(headers),
    texts: (body) => {
      const instance = z.strictObject({
        content: z.string(),
        task_type: z.enum(["RETRIEVAL_QUERY", "RETRIEVAL_DOCUMENT"]),
      });
      const { instances, parameters } = z
        .strictObject({
          instances: z.array(instance).min(1).max(250),
          parameters: z.strictObject({ outputDimensionality: dimensions }).optional(),
        })
        .parse(body);
      return {
        texts: instances.map(({ content }) => content),
        dimensions: parameters?.outputDimensionality,
      };
    },
    answer: ({ vectors }, { input }) => ({
      predictions: vectors.map((values, index) => ({
        embeddings: { values, statistics: { truncated: false, token_count: index === 0 ? input : 0 } },
      })),
    }),
  },
  {
    name: "bedrock-rerank",
    path: /^\/model\/([^/]*rerank[^/]*)\/invoke$/,
    texts: (body) => {
      const { query, documents } = z
        .strictObject({
          query: z.string(),
          documents: z.array(z.string()).min(1),
          top_n: z.int(),
          api_version: z.literal(2).optional(),
        })
        .parse(body);
      return { texts: [query, ...documents] };
    },
    answer: (sent) => ({ results: ranked(sent) }),
  },
  {
    name: "bedrock-embeddings",
    path: /^\/model\/([^/]+)\/invoke$/,
    texts: (body) => {
      const titan = z
        .strictObject({ inputText: z.string(), dimensions })
        .transform(({ inputText, ...read }) => ({ texts: [inputText], ...read }));
      const cohere = z
        .strictObject({
          texts: z.array(z.string()).max(96),
          input_type: z.enum(["search_query", "search_document"]),
          embedding_types: z.tuple([z.literal("float")]),
          output_dimension: dimensions,
        })
        .transform(({ texts, output_dimension }) => ({ texts, dimensions: output_dimension }));
      return z.union([titan, cohere]).parse(body);
    },
    answer: ({ vectors, model }, { input }) =>
      model.includes("cohere.")
        ? { id: "1", response_type: "embeddings_by_type", embeddings: { float: vectors } }
        : { embedding: vectors[0], inputTextTokenCount: input },
  },
  {
    name: "cohere-rerank",
    path: /^\/v1\/rerank$/,
    texts: (body) => {
      const { query, documents, model } = cohereBody.parse(body);
      return { texts: [query, ...documents], model };
    },
    answer: (sent, { input }) => ({ id: "rank-1", results: ranked(sent), usage: { total_tokens: input } }),
  },
  {
    name: "llama-stack-rerank",
    path: /^\/v1\/alpha\/inference\/rerank$/,
    texts: (body) => {
      const { query, items, model } = z
        .strictObject({ model: z.string(), query: z.string(), items: z.array(z.string()) })
        .parse(body);
      return { texts: [query, ...items], model };
    },
    answer: (sent) => ({ data: ranked(sent) }),
  },
];

export const texts: readonly Dialect[] = textsDialects.map(toDialect);

function toDialect({ name, path: pattern, texts: read, keyOf = bearer, answer }: TextsDialect): Dialect {
  return {
    name,
    read(path, headers, body) {
      const match = pattern.exec(path);
      if (!match) return null;
      const { texts: sent, model } = read(body);
      return {
        dialect: name,
        model: decodeURIComponent(match[1] ?? model ?? ""),
        stream: false,
        wantsUsage: true,
        messages: sent.map((text) => ({ role: "user", text })),
        tools: [],
        wantsJson: false,
        key: keyOf(headers),
        body,
      };
    },
    whole: ({ body, model }: WireRequest, { usage }) => {
      const { texts: sent, dimensions: length } = read(body);
      const vectors = sent.map((text) => hashedVector(text, length ?? 16));
      return answer({ texts: sent, vectors, model }, usage);
    },
    frames: () => [],
    error: ({ message }) => ({ error: { message } }),
  };
}
