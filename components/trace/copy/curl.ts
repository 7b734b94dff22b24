import type { HttpExchange } from "@/workflows/events/http-exchange";
import type { JsonObject } from "@/workflows/graph/json";

/** What stands for a secret in a trace. */
const hidden = "•••";

/** An HTTP call as a command. Where the trace hides a secret, the command names one to be filled in. */
export function curlOf({ request: { method, url, headers, body } }: HttpExchange): string {
  const lines = [
    `curl -X ${method} ${quoted(shown(url))}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${shown(value)}`)}`),
    ...(body === undefined ? [] : [`--data-raw ${quoted(shown(body))}`]),
  ];
  return lines.join(" \\\n  ");
}

interface RunCall {
  /** Where the installation is reached. */
  origin: string;
  /** Below /api/v1. */
  path: string;
  body: JsonObject;
}

/** The API call that starts a run like this one. */
export function runCurl({ origin, path, body }: RunCall): string {
  return [
    `curl -X POST ${quoted(`${origin}/api/v1${path}`)}`,
    `-H "Authorization: Bearer $SIGNALBOX_API_KEY"`,
    `-H 'Content-Type: application/json'`,
    `--data-raw ${quoted(JSON.stringify(body))}`,
  ].join(" \\\n  ");
}

function shown(text: string): string {
  return text.replaceAll(hidden, "<SECRET>");
}

/** For a shell: in single quotes nothing has a meaning but the quote itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
