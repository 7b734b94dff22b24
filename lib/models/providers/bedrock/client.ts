import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import type { CreateInput } from "../provider";
import { bedrockSettings } from "./definition";
import { fetchHandler } from "./fetch-handler";

/**
 * Signs (SigV4) where an access key ID is given, else sends the key as a bearer token. Region, address and credentials
 * are given, so that none are looked for in the environment or in ~/.aws.
 */
export function bedrockClient({
  key,
  baseUrl,
  account,
  fetch,
}: Pick<CreateInput, "key" | "baseUrl" | "account" | "fetch">): BedrockRuntimeClient {
  const { region, accessKeyId } = bedrockSettings.parse(account);
  return new BedrockRuntimeClient({
    region,
    endpoint: baseUrl ?? `https://bedrock-runtime.${region}.amazonaws.com`,
    requestHandler: fetchHandler(fetch),
    // Repeating a call is the policy of the node, which the trace shows.
    maxAttempts: 1,
    credentials: { accessKeyId: accessKeyId ?? "none", secretAccessKey: key ?? "none" },
    token: { token: key ?? "none" },
    authSchemePreference: [accessKeyId ? "sigv4" : "httpBearerAuth"],
  });
}
