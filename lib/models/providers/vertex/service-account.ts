import { z } from "zod";

const serviceAccount = z.looseObject({
  type: z.literal("service_account"),
  project_id: z.string(),
  private_key_id: z.string().optional(),
  private_key: z.string(),
  client_email: z.string(),
  token_uri: z.url({ protocol: /^https?$/ }).default("https://oauth2.googleapis.com/token"),
});

export type ServiceAccount = z.infer<typeof serviceAccount>;

const looksLikeJson = (key: string) => key.trimStart().startsWith("{");

/** The service account that a key is the file of; null for a key of express mode. @throws on a broken file */
export function readServiceAccount(key: string): ServiceAccount | null {
  return looksLikeJson(key) ? serviceAccount.parse(JSON.parse(key)) : null;
}

/** What is wrong with the file, before it is stored. */
export function vertexKeyProblem(key: string): string | undefined {
  if (!looksLikeJson(key)) return undefined;
  try {
    readServiceAccount(key);
    return undefined;
  } catch {
    return "This is not the JSON file of a service account: that has type, project_id, client_email and private_key.";
  }
}

/** The account's address says whose key it is, and is no secret. */
export function vertexKeyPreview(key: string): string | undefined {
  return readServiceAccount(key)?.client_email;
}
