import { slotOf } from "@/workflows/graph/model-slot";
import { own } from "@/workflows/graph/record";
import type { CodeOptions } from "../code-options";
import { type CodeConnection, type CodeSettings, type ModelSource, modelSources } from "../model-sources";
import { importLines } from "./imports";
import { block } from "./indent";
import { key, quoted } from "./literal";
import { type ModelKind, readModelUse } from "./model-use";

export interface WrittenModels {
  text: string;
  env: Map<string, string>;
  /** What to know of a model, by its reference. */
  notes: Map<string, string>;
}

interface Model {
  reference: string;
  /** By which its notes are found. */
  use: string;
  connection: string;
  name: string;
}

/** `src/models.ts`: every model that the graph names, with how it is reached. */
export function modelsFile(
  uses: Iterable<string>,
  { connections = {}, slots = {} }: Pick<CodeOptions, "connections" | "slots">,
): WrittenModels {
  const written: WrittenModels = { text: "", env: new Map(), notes: new Map() };
  const imports = new Map<string, Set<string>>();
  const keys = new Map<string, string>();
  const sections: Record<ModelKind, string[]> = { chat: [], embedding: [], rerank: [] };
  for (const use of [...uses].sort()) {
    const { kind, reference } = readModelUse(use);
    const slot = slotOf(reference);
    const behind = (slot && own(slots, slot)) || reference;
    const [connection = "", ...rest] = behind.split("/");
    const model = { reference, use, connection, name: rest.join("/") };
    if (slot) {
      written.notes.set(
        use,
        `The slot “${slot}” is the model it stood for when this was exported, without its others.`,
      );
    }
    const made = makers[kind](model, own(connections, connection), { written, imports, keys });
    sections[kind].push(`${key(reference)}: ${made}`);
  }
  const parts = [
    ...chatSection(sections.chat, imports),
    ...embeddingSection(sections.embedding, imports),
    ...rerankSection(sections.rerank, imports),
  ];
  written.text = [...importLines(imports), "", ...parts].join("\n");
  return written;
}

type Imports = Map<string, Set<string>>;

function chatSection(entries: string[], imports: Imports): string[] {
  if (entries.length === 0) return [];
  imports.set("@langchain/core/language_models/chat_models", new Set(["type BaseChatModel"]));
  return [
    "export interface ModelSettings {",
    "  temperature?: number;",
    "  maxTokens?: number;",
    "}",
    "",
    "/** The models of the graph. Change one here, and every node that uses it follows. */",
    `const models = ${block("{", entries, "}")} satisfies Record<string, (settings: ModelSettings) => BaseChatModel>;`,
    "",
    "export function chatModel(name: keyof typeof models, settings: ModelSettings = {}): BaseChatModel {",
    "  return models[name](settings);",
    "}",
    "",
  ];
}

function embeddingSection(entries: string[], imports: Imports): string[] {
  if (entries.length === 0) return [];
  imports.set("@langchain/core/embeddings", new Set(["type Embeddings"]));
  return [
    "/** The models that turn texts into vectors. */",
    `const embeddings = ${block("{", entries, "}")} satisfies Record<string, (dimensions?: number) => Embeddings>;`,
    "",
    "export function embeddingModel(name: keyof typeof embeddings, dimensions?: number): Embeddings {",
    "  return embeddings[name](dimensions);",
    "}",
    "",
  ];
}

function rerankSection(entries: string[], imports: Imports): string[] {
  if (entries.length === 0) return [];
  imports.set("./lib/reranker", new Set([...(imports.get("./lib/reranker") ?? []), "type TextRanker"]));
  return [
    "/** The models that score texts. */",
    `const rerankers = ${block("{", entries, "}")} satisfies Record<string, () => TextRanker>;`,
    "",
    "export function rerankModel(name: keyof typeof rerankers): TextRanker {",
    "  return rerankers[name]();",
    "}",
    "",
  ];
}

type Maker = (model: Model, connection: CodeConnection | undefined, context: Context) => string;
const makers: Record<ModelKind, Maker> = { chat: maker, embedding: embeddingMaker, rerank: rerankMaker };

function embeddingMaker(model: Model, connection: CodeConnection | undefined, context: Context): string {
  const { written, imports } = context;
  if (model.connection === "offline") {
    imports.set(
      "./lib/offline-texts",
      new Set([...(imports.get("./lib/offline-texts") ?? []), "OfflineEmbeddings"]),
    );
    return "(dimensions?: number) => new OfflineEmbeddings(dimensions)";
  }
  const known = connection && own(modelSources, connection.provider);
  const base = known ?? fallback;
  if (!base.embeddings) {
    written.notes.set(
      model.use,
      `Models of ${connection?.provider} embed nothing: it is taken for OpenAI's protocol.`,
    );
  }
  const {
    options = [],
    className,
    ...other
  } = base.embeddings ?? { ...fallback, className: "OpenAIEmbeddings" };
  const source: ModelSource = { ...base, ...other, className };
  const { keyOptions = (name: string) => [`apiKey: ${name}`] } = source;
  const settings = literals(connection?.settings ?? {});
  imports.set(source.package, new Set([...(imports.get(source.package) ?? []), className]));
  const all = [
    `model: ${quoted(model.name)}`,
    "dimensions",
    ...keyOptions(keyCode(model, connection, source, context), settings),
    ...options,
    ...(source.more?.(settings, quoted(model.name)) ?? []),
    ...addressCode(model, connection, source, context),
  ];
  return `(dimensions?: number) => new ${className}(${block("{", all, "}")})`;
}

function rerankMaker(model: Model, connection: CodeConnection | undefined, context: Context): string {
  const { written, imports } = context;
  if (model.connection === "offline") {
    imports.set(
      "./lib/offline-texts",
      new Set([...(imports.get("./lib/offline-texts") ?? []), "OfflineReranker"]),
    );
    return "() => new OfflineReranker()";
  }
  const known = connection && own(modelSources, connection.provider);
  if (!known?.ranks) {
    written.notes.set(
      model.use,
      `How ${model.reference} ranks is not known: it is taken to speak Cohere's form.`,
    );
  }
  const source: ModelSource = { ...(known ?? fallback), address: (url) => `url: ${url}` };
  imports.set("./lib/reranker", new Set([...(imports.get("./lib/reranker") ?? []), "Reranker"]));
  const all = [
    `model: ${quoted(model.name)}`,
    `key: ${keyCode(model, connection, source, context)}`,
    ...addressCode(model, connection, source, context),
  ];
  return `() => new Reranker(${block("{", all, "}")})`;
}

interface Context {
  written: WrittenModels;
  imports: Map<string, Set<string>>;
  /** The variable of each connection's key. */
  keys: Map<string, string>;
}

function maker(model: Model, connection: CodeConnection | undefined, context: Context): string {
  const { written, imports } = context;
  if (model.connection === "offline") {
    imports.set("./lib/offline-model", new Set(["OfflineModel"]));
    written.notes.set(
      model.use,
      "It uses the offline model, whose place a simpler stand-in takes that follows fixed rules.",
    );
    return "(_settings: ModelSettings) => new OfflineModel()";
  }
  const known = connection && own(modelSources, connection.provider);
  const source = known ?? fallback;
  const { keyOptions = (key: string) => [`apiKey: ${key}`] } = source;
  const settings = literals(connection?.settings ?? {});
  imports.set(source.package, new Set([...(imports.get(source.package) ?? []), source.className]));
  const options = [
    `model: ${quoted(model.name)}`,
    ...keyOptions(keyCode(model, connection, source, context), settings),
    ...settingsCode(source),
    "maxRetries: 0",
    ...(source.more?.(settings, quoted(model.name)) ?? []),
    ...addressCode(model, connection, source, context),
  ];
  return `(settings: ModelSettings) => new ${source.className}(${block("{", options, "}")})`;
}

const fallback: ModelSource = {
  package: "@langchain/openai",
  className: "ChatOpenAI",
  key: "MODEL_API_KEY",
  address: (url) => `configuration: { baseURL: ${url} }`,
  embeddings: { className: "OpenAIEmbeddings", options: ['encodingFormat: "float"', "maxRetries: 0"] },
  ranks: true,
};

function literals(settings: Readonly<Record<string, string>>): CodeSettings {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, quoted(value)]));
}

function settingsCode({ maxTokens }: ModelSource): string[] {
  if (maxTokens === undefined) return ["...settings"];
  return ["temperature: settings.temperature", `${maxTokens}: settings.maxTokens`];
}

function keyCode(
  { connection }: Model,
  known: CodeConnection | undefined,
  source: ModelSource,
  { written, imports, keys }: Context,
): string {
  const same = [...keys.values()].filter((name) => name.startsWith(source.key)).length;
  const name = keys.get(connection) ?? (same === 0 ? source.key : `${source.key}_${same + 1}`);
  keys.set(connection, name);
  written.env.set(name, `Key of the model connection “${known?.name ?? connection}”.`);
  if (source.keyIsOptional) return `process.env.${name} || "none"`;
  imports.set("./lib/env", new Set(["env"]));
  return `env(${quoted(name)})`;
}

function addressCode(
  { use, connection }: Model,
  known: CodeConnection | undefined,
  source: ModelSource,
  { written, keys }: Context,
): string[] {
  if (known && own(modelSources, known.provider)) {
    const url = known.baseUrl ?? source.usualAddress;
    return url === undefined ? [] : [source.address(quoted(url))];
  }
  const name = keys.get(connection)?.replace("API_KEY", "BASE_URL") ?? "MODEL_BASE_URL";
  written.env.set(
    name,
    `Address of the model connection “${known?.name ?? connection}”, e.g. https://host/v1.`,
  );
  written.notes.set(
    use,
    `The model connection “${known?.name ?? connection}” is not known: it is taken to speak OpenAI's protocol, at an address from the environment.`,
  );
  return [source.address(`env(${quoted(name)})`)];
}
