import { AzureChatOpenAICompletions } from "@langchain/openai";
import { effortKwargs } from "../openai-wire";
import type { CreateInput } from "../provider";
import { azureSettings } from "./definition";

/**
 * Chat completions of a deployment: `{endpoint}/openai/deployments/{model}/chat/completions?api-version=…` with the
 * key in `api-key`. Every option that would be looked up in the environment is given.
 * @see https://learn.microsoft.com/azure/ai-services/openai/reference
 */
export function createAzure(input: CreateInput): AzureChatOpenAICompletions {
  const { model, baseUrl, settings, fetch, metadata } = input;
  const { apiVersion } = azureSettings.parse(input.account);
  const endpoint = (baseUrl ?? "").replace(/\/+$/, "");
  return new AzureChatOpenAICompletions({
    model,
    azureOpenAIApiKey: input.key ?? "none",
    azureOpenAIApiDeploymentName: encodeURIComponent(model),
    azureOpenAIApiVersion: apiVersion,
    azureOpenAIEndpoint: endpoint,
    azureOpenAIBasePath: `${endpoint}/openai/deployments`,
    temperature: settings.temperature,
    maxTokens: settings.maxTokens,
    topP: settings.topP,
    ...effortKwargs(settings),
    streamUsage: true,
    // Repeating a call is the policy of the node, which the trace shows.
    maxRetries: 0,
    metadata,
    configuration: { organization: null, project: null, maxRetries: 0, fetch },
  });
}
