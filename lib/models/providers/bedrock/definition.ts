import { z } from "zod";
import { field } from "@/workflows/nodes/field";
import type { ProviderDefinition } from "../provider";

const accessKeyId = z.string().regex(/^[A-Z0-9]{16,128}$/, "An access key ID is capital letters and digits");

export const bedrockSettings = z.object({
  region: field(
    z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "Enter a region such as eu-central-1"),
    // The region is part of the address that is called, so nothing else may stand in it.
    { label: "Region", placeholder: "eu-central-1" },
  ),
  accessKeyId: field(accessKeyId.optional(), {
    label: "Access key ID",
    help: "For an IAM user. The key is then its secret access key. Leave it empty with a Bedrock API key.",
    placeholder: "AKIA…",
  }),
});

export const bedrockDefinition = {
  type: "bedrock",
  title: "Amazon Bedrock",
  summary: "Models of many makers in your AWS account, by the Converse API.",
  key: "required",
  keyHelp: "A Bedrock API key, or the secret access key that belongs to the access key ID.",
  baseUrl: "optional",
  baseUrlHelp: "Only for a VPC endpoint or a proxy.",
  keyPage: "https://console.aws.amazon.com/bedrock/home#/api-keys",
  defaultModels: ["eu.anthropic.claude-sonnet-4-5-20250929-v1:0", "eu.amazon.nova-pro-v1:0"],
  capabilities: { tools: true, structuredOutput: true, reasoning: true, images: true, files: false },
  settings: bedrockSettings,
  regionSetting: "region",
  prices: "aws",
} as const satisfies ProviderDefinition;
