import { AppError } from "@/workflows/errors/app-error";
import { redact } from "@/workflows/http/secrets.server";
import { traceHeaders } from "@/workflows/telemetry/outgoing-trace.server";
import type { SourceKind } from "../kind";
import { answerText } from "./answer-text";
import { offerOf } from "./offer";
import { planSchema } from "./plan";
import { promptOffer, promptText } from "./prompts";
import { listResources, readResource, resourceOffers } from "./resources";
import { withServer } from "./session";

const discoverMs = 30_000;

/** Servers that speak the Model Context Protocol, over Streamable HTTP or as a command that the operator named. */
export const mcpKind: SourceKind = {
  kind: "mcp",
  recheckMs: 5 * 60_000,
  check({ address, command }) {
    if (address || command) return;
    throw new AppError("invalid_input", "Enter the address of the MCP server, or choose a command.", {
      field: "address",
    });
  },
  async discover(settings, _document, reach) {
    this.check(settings);
    return withServer(settings, reach, { timeoutMs: discoverMs }, async (client) => {
      const options = { timeout: discoverMs };
      const has = client.getServerCapabilities();
      const { tools } = has?.tools ? await client.listTools(undefined, options) : { tools: [] };
      const { prompts } = has?.prompts ? await client.listPrompts(undefined, options) : { prompts: [] };
      const server = client.getServerVersion();
      return {
        title: server?.title ?? server?.name ?? "",
        version: server?.version ?? null,
        address: settings.address,
        offers: [
          ...(await Promise.all(tools.map(offerOf))),
          ...(has?.resources ? resourceOffers : []),
          ...prompts.map(promptOffer),
        ],
        notes: [],
      };
    });
  },
  async call(settings, tool, { args, callKey, signal, timeoutMs }, reach) {
    const plan = planSchema.parse(tool.plan);
    const options = { timeout: timeoutMs, signal };
    return withServer(settings, reach, { timeoutMs, signal }, async (client) => {
      const told = async () => {
        if ("resources" in plan) {
          return plan.resources === "list"
            ? listResources(client, options)
            : readResource(client, args, options);
        }
        if ("prompt" in plan) return promptText(client, { name: plan.prompt, args }, options);
        // As the specification carries W3C Trace Context, whatever the transport (SEP-414).
        const _meta = { "signalbox/callKey": callKey, ...traceHeaders() };
        const params = { name: plan.tool, arguments: args, _meta };
        return answerText(await client.callTool(params, options));
      };
      return redact(await told(), reach.credentials.secrets);
    });
  },
};
