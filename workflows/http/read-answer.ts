import { AppError } from "@/workflows/errors/app-error";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import type { HttpAnswer } from "@/workflows/http/http-call";
import { parseRetryAfter } from "@/workflows/http/retry-after";

/** The answer's body as a value. @throws AppError http_failed where it should be JSON and is not */
export function readAnswer(answer: HttpAnswer, parse: "auto" | "json" | "text"): Json {
  const isJson = /[/+]json\b/i.test(answer.headers["content-type"] ?? "");
  if (parse === "text" || (parse === "auto" && !isJson)) return answer.body;
  try {
    return jsonSchema.parse(JSON.parse(answer.body));
  } catch (error) {
    if (parse === "auto") return answer.body;
    throw new AppError(
      "http_failed",
      `The response is not JSON: it begins with ${JSON.stringify(answer.body.slice(0, 60))}.`,
      { field: "parse", hint: "Read it as text, or check the address." },
      { cause: error },
    );
  }
}

/** @throws AppError http_failed for status 400 and above, with the beginning of what the server said */
export function refuseBadStatus(answer: HttpAnswer): void {
  if (answer.status < 400) return;
  const said = answer.body.trim().slice(0, 300);
  throw new AppError(
    "http_failed",
    `The server answered with status ${answer.status}${said ? `: ${said}` : "."}`,
    {
      hint:
        answer.status >= 500
          ? "Try again later, or give the node retries."
          : "Check the address and what is sent.",
      data: { status: answer.status, ...waitOf(answer) },
    },
  );
}

function waitOf({ headers }: HttpAnswer): { retryAfterSeconds?: number } {
  const retryAfterSeconds = parseRetryAfter(headers["retry-after"], Date.now());
  return retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
}
