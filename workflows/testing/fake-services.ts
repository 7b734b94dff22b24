import { runInNewContext } from "node:vm";
import { AIMessage } from "@langchain/core/messages";
import { fakeModel } from "langchain";
import { cosine } from "@/workflows/data/cosine";
import { hashedVector } from "@/workflows/data/hashed-vector";
import { AppError } from "@/workflows/errors/app-error";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import type { HttpAnswer, HttpCall } from "@/workflows/http/http-call";
import type {
  AgentCall,
  EventAddress,
  FileGateway,
  NewFile,
  NodeServices,
  OpenTool,
  PersonalGateway,
  StoreGateway,
  TextModelGateway,
} from "@/workflows/runtime/ports";

/** An outside world for tests: every port answers at once, and each can be replaced. */
export function fakeServices(replaced: Partial<NodeServices> = {}): NodeServices {
  return {
    models: { resolve: async () => plainModel() },
    texts: fakeTexts(),
    http: fakeHttp(() => ({ status: 200, body: "{}" })),
    code: { run: async ({ code, input }) => ({ value: runHere(code, input), logs: [] }) },
    agents: {
      call: async ({ slug, given }) => ({ output: heard(slug, given), runId: "run_other" }),
    },
    tools: { open: async (id) => fakeTool(id) },
    secrets: { reveal: async (name) => `secret-${name}` },
    mail: { send: async () => {} },
    store: fakeStore(),
    files: fakeFiles(),
    personal: fakePersonal(),
    sql: { query: async ({ values }) => ({ rows: [{ id: values[0] ?? null, state: "sent" }], changed: 0 }) },
    events: { open: async ({ callKey }) => fakeAddress(callKey) },
    ...replaced,
  };
}

/** Keeps values in memory, marked by their number. */
function fakePersonal(): PersonalGateway {
  const kept = new Map<string, string>();
  const markOf = (value: string) => {
    const mark = kept.get(value) ?? `k${String(kept.size + 1).padStart(8, "0")}`;
    kept.set(value, mark);
    return mark;
  };
  return {
    keep: async (_run, values) => new Map(values.map((value) => [value, markOf(value)])),
    reveal: async (_run, marks) =>
      new Map([...kept].flatMap(([value, mark]) => (marks.includes(mark) ? [[mark, value]] : []))),
  };
}

/** A store of one place, which forgets no value and makes each change once. */
function fakeStore(): StoreGateway {
  const values = new Map<string, Json>();
  const made = new Map<string, Json>();
  const once = (callKey: string, change: () => Json) => {
    if (!made.has(callKey)) made.set(callKey, change());
    return made.get(callKey);
  };
  return {
    get: async (_, key) => values.get(key),
    list: async (_, { prefix, limit }) =>
      [...values]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, value]) => ({ key, value }))
        .sort((one, other) => (one.key < other.key ? -1 : 1))
        .slice(0, limit),
    set: async ({ callKey }, { key, value }) => {
      once(callKey, () => {
        values.set(key, value);
        return null;
      });
    },
    increment: async ({ callKey }, { key, by }) =>
      Number(
        once(callKey, () => {
          values.set(key, Number(values.get(key) ?? 0) + by);
          return values.get(key) ?? 0;
        }),
      ),
    delete: async ({ callKey }, key) => once(callKey, () => values.delete(key)) === true,
  };
}

/** Files of one place. */
function fakeFiles(): FileGateway {
  const files = new Map<string, NewFile>();
  return {
    write: async (_, file) => void files.set(file.name, file),
    read: async (_, name) => files.get(name),
    list: async (_, { prefix, limit }) =>
      [...files.values()]
        .filter(({ name }) => name.startsWith(prefix))
        .map((file) => ({ ...file, bytes: file.bytes.byteLength }))
        .sort((one, other) => (one.name < other.name ? -1 : 1))
        .slice(0, limit),
    delete: async (_, name) => files.delete(name),
  };
}

/** The same for the same call. */
function fakeAddress(callKey: string): EventAddress {
  const key = `evt_${callKey.replace(/\W/g, "-")}`;
  return { key, url: `https://events.test/${key}` };
}

/** Vectors and scores by the words of texts. */
function fakeTexts(): TextModelGateway {
  const who = { provider: "fake", model: "fake" };
  return {
    embedder: async () => ({
      ...who,
      batch: 2,
      embed: async ({ texts, dimensions }) => ({
        vectors: texts.map((text) => hashedVector(text, dimensions)),
        inputTokens: texts.length,
      }),
    }),
    reranker: async () => ({
      ...who,
      rank: async ({ query, texts }) => ({
        scores: texts.map((text) => cosine(hashedVector(query), hashedVector(text))),
        inputTokens: texts.length,
      }),
    }),
  };
}

/** It repeats what it is called with. */
function fakeTool(id: string): OpenTool {
  return {
    name: id,
    description: "Repeats what it is told.",
    parameters: { type: "object", properties: {}, additionalProperties: true },
    repeatable: true,
    asks: false,
    call: async ({ args }) => `${id} heard: ${JSON.stringify(args)}`,
  };
}

/** It knows no shapes: asked for an object it gives none. */
function plainModel() {
  const message = new AIMessage("A fake answer.");
  return fakeModel().respond(message).structuredResponse({ raw: message, parsed: null });
}

/** A text for a message; an answer by name for inputs. */
function heard(slug: string, given: AgentCall["given"]): Json {
  if ("message" in given) return `${slug} heard: ${given.message}`;
  return { answer: `${slug} heard: ${JSON.stringify(given.input)}` };
}

/** HTTP that never leaves the process; `calls` holds what was sent. */
export function fakeHttp(answer: (call: HttpCall) => Partial<HttpAnswer>) {
  const calls: HttpCall[] = [];
  return {
    calls,
    send: async (call: HttpCall): Promise<HttpAnswer> => {
      calls.push(call);
      return {
        status: 200,
        headers: { "content-type": "application/json" },
        body: "",
        url: call.url,
        ...answer(call),
      };
    },
  };
}

/** Tests trust their own code; products run it in the sandbox. */
function runHere(code: string, state: unknown) {
  try {
    const text: unknown = runInNewContext(`JSON.stringify((() => {${code}\n})() ?? null)`, { state });
    return jsonSchema.parse(JSON.parse(String(text)));
  } catch (error) {
    throw new AppError("code_failed", error instanceof Error ? error.message : String(error));
  }
}
