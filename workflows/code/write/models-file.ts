import { own } from "@/workflows/graph/record";
import { type CodeConnection, type ModelSource, modelSources } from "../model-sources";
import { importLines } from "./imports";
import { block } from "./indent";
import { key, quoted } from "./literal";

export interface WrittenModels {
  text: string;
  env: Map<string, string>;
  /** What to know of a model, by its reference. */
  notes: Map<string, string>;
}

interface Model {
  reference: string;
  connection: string;
  name: string;
}

/** `src/models.ts`: every model that the graph names, with how it is reached. */
export function modelsFile(
  references: Iterable<string>,
  connections: Readonly<Record<string, CodeConnection>>,
): WrittenModels {
  const written: WrittenModels = { text: "", env: new Map(), notes: new Map() };
  const imports = new Map([["@langchain/core/language_models/chat_models", new Set(["type BaseChatModel"])]]);
  const keys = new Map<string, string>();
  const entries = [...references].sort().map((reference) => {
    const [connection = "", ...rest] = reference.split("/");
    const model = { reference, connection, name: rest.join("/") };
    return `${key(reference)}: ${maker(model, own(connections, connection), { written, imports, keys })}`;
  });
  written.text = [
    ...importLines(imports),
    "",
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
  ].join("\n");
  return written;
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
      model.reference,
      "It uses the offline model, whose place a simpler stand-in takes that follows fixed rules.",
    );
    return "(_settings: ModelSettings) => new OfflineModel()";
  }
  const known = connection && own(modelSources, connection.provider);
  const source = known ?? fallback;
  imports.set(source.package, new Set([...(imports.get(source.package) ?? []), source.className]));
  const options = [
    `model: ${quoted(model.name)}`,
    `apiKey: ${keyCode(model, connection, source, context)}`,
    ...settingsCode(source),
    "maxRetries: 0",
    ...addressCode(model, connection, source, context),
  ];
  return `(settings: ModelSettings) => new ${source.className}(${block("{", options, "}")})`;
}

const fallback: ModelSource = {
  package: "@langchain/openai",
  className: "ChatOpenAI",
  key: "MODEL_API_KEY",
  address: (url) => `configuration: { baseURL: ${url} }`,
};

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
  { reference, connection }: Model,
  known: CodeConnection | undefined,
  source: ModelSource,
  { written, keys }: Context,
): string[] {
  if (known && own(modelSources, known.provider)) {
    return known.baseUrl === null ? [] : [source.address(quoted(known.baseUrl))];
  }
  const name = keys.get(connection)?.replace("API_KEY", "BASE_URL") ?? "MODEL_BASE_URL";
  written.env.set(
    name,
    `Address of the model connection “${known?.name ?? connection}”, e.g. https://host/v1.`,
  );
  written.notes.set(
    reference,
    `The model connection “${known?.name ?? connection}” is not known: it is taken to speak OpenAI's protocol, at an address from the environment.`,
  );
  return [source.address(`env(${quoted(name)})`)];
}
