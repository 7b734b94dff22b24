import { AppError } from "@/workflows/errors/app-error";
import { renderTemplate } from "@/workflows/expressions/template";
import { readAnswer, refuseBadStatus } from "@/workflows/http/read-answer";
import { type RequestTemplate, sendRequest } from "@/workflows/http/send.server";
import type { NodeExecute, State } from "../execute";
import type { HttpConfig } from "./definition";

export const executeHttp: NodeExecute<HttpConfig> = (config, services) => async (state, context) => {
  const answer = await sendRequest(
    { ...config, body: bodyOf(config, state), callKey: context.callKey("request") },
    state,
    services,
    context.signal,
    context.config,
  );
  if (config.failOnStatus) refuseBadStatus(answer);
  return {
    update: {
      ...(config.output ? { [config.output]: readAnswer(answer, config.parse) } : {}),
      ...(config.statusChannel ? { [config.statusChannel]: answer.status } : {}),
    },
  };
};

function bodyOf(config: HttpConfig, state: State): RequestTemplate["body"] {
  if (config.body === "none") return undefined;
  const text = renderTemplate(config.content, state);
  if (config.body === "text") return { text, type: "text/plain; charset=utf-8" };
  return { text: checkedJson(text), type: "application/json" };
}

function checkedJson(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch (error) {
    throw new AppError(
      "http_failed",
      `The body is not JSON after the values were filled in: ${error instanceof Error ? error.message : ""}`,
      { field: "content", hint: "Put texts in as {{ json(name) }}, which adds the quotes." },
      { cause: error },
    );
  }
}
