import { InvokeModelCommand } from "@aws-sdk/client-bedrock-runtime";
import type { TextInput } from "../text-call";
import { bedrockClient } from "./client";

/** One call in the form of the model's maker. */
export async function invokeModel(input: TextInput, body: object): Promise<unknown> {
  const command = new InvokeModelCommand({
    modelId: input.model,
    contentType: "application/json",
    accept: "application/json",
    body: JSON.stringify(body),
  });
  const answer = await bedrockClient(input).send(command, { abortSignal: input.signal });
  return JSON.parse(answer.body.transformToString());
}
