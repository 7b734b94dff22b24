import type { Span } from "@/workflows/events/run-view";
import { chatAttributes, operationOf } from "./chat";
import { inAndOut, told } from "./content";
import type { Telling } from "./run-facts";
import { type Attributes, known, type TelemetrySpan } from "./telemetry-span";

type Part = Pick<TelemetrySpan, "name" | "kind" | "attributes">;

/** What each kind of span is told as; the names and attributes are those of the OpenTelemetry conventions cited. */
export const spanKinds: Record<Span["kind"], (span: Span, telling: Telling) => Part> = {
  node: (span, telling) => ({
    name: `node ${span.name}`,
    kind: "internal",
    attributes: {
      ...known({ "signalbox.node.port": span.port, "signalbox.node.pinned": span.pinned }),
      ...between(span, telling),
    },
  }),
  item: (span, telling) => ({
    name: "item",
    kind: "internal",
    attributes: {
      ...known({ "signalbox.item.index": span.item?.index, "signalbox.item.count": span.item?.count }),
      ...between(span, telling),
    },
  }),
  model: (span, telling) => ({
    name: `${operationOf(span)} ${span.name}`,
    kind: "client",
    attributes: chatAttributes(span, telling),
  }),
  // https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans/#execute-tool-span
  tool: (span, { content }) => ({
    name: `execute_tool ${span.name}`,
    kind: "internal",
    attributes: known({
      "gen_ai.operation.name": "execute_tool",
      "gen_ai.tool.name": span.name,
      "gen_ai.tool.type": "function",
      "gen_ai.tool.call.id": span.toolCallId,
      "gen_ai.tool.call.arguments": content ? told(span.input) : undefined,
      "gen_ai.tool.call.result": content ? told(span.output) : undefined,
    }),
  }),
  http: httpCall,
  // https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-agent-spans/#invoke-agent-span: the caller's side.
  run: (span, telling) => ({
    name: `invoke_agent ${span.name}`,
    kind: "client",
    attributes: {
      ...known({
        "gen_ai.operation.name": "invoke_agent",
        "gen_ai.agent.id": span.run?.agentId,
        "gen_ai.agent.name": span.name,
        "gen_ai.agent.version": span.run && String(span.run.version),
        "signalbox.called_run.id": span.run?.id,
      }),
      ...between(span, telling),
    },
  }),
};

const between = ({ input, output }: Span, { content }: Telling): Attributes =>
  content ? inAndOut(input, output) : {};

/**
 * https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client-span. Paths and queries hold what people
 * wrote as often as not, so they are content.
 */
function httpCall({ http, name }: Span, { content }: Telling): Part {
  const url = http && URL.parse(http.request.url);
  const status = http?.response?.status;
  return {
    name: url ? `${http.request.method} ${url.host}` : name.split(" ")[0] || "HTTP",
    kind: "client",
    attributes: known({
      "http.request.method": http?.request.method,
      "server.address": url?.hostname,
      "server.port": url ? Number(url.port) || (url.protocol === "https:" ? 443 : 80) : undefined,
      "http.response.status_code": status,
      "url.full": content ? http?.request.url : undefined,
      "input.value": content ? told(http?.request.body) : undefined,
      "output.value": content ? told(http?.response?.body) : undefined,
    }),
  };
}
