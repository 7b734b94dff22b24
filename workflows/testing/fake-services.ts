import { runInNewContext } from "node:vm";
import { AIMessage } from "@langchain/core/messages";
import { fakeModel } from "langchain";
import { AppError } from "@/workflows/errors/app-error";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import type { HttpAnswer, HttpCall } from "@/workflows/http/http-call";
import type { AgentCall, NodeServices } from "@/workflows/runtime/ports";

/** An outside world for tests: every port answers at once, and each can be replaced. */
export function fakeServices(replaced: Partial<NodeServices> = {}): NodeServices {
  return {
    models: { resolve: async () => fakeModel().respond(new AIMessage("A fake answer.")) },
    http: fakeHttp(() => ({ status: 200, body: "{}" })),
    code: { run: async ({ code, input }) => ({ value: runHere(code, input), logs: [] }) },
    agents: {
      call: async ({ slug, given }) => ({ output: heard(slug, given), runId: "run_other" }),
    },
    secrets: { reveal: async (name) => `secret-${name}` },
    ...replaced,
  };
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
