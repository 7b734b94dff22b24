import type { SourceAuth } from "@/lib/api/contract/tools";
import type { SecretGateway } from "@/workflows/runtime/ports";

/** What a source knows us by, ready to be sent. */
export interface Credentials {
  headers: Record<string, string>;
  query: readonly (readonly [name: string, value: string])[];
  /** What must not be told on, by name. */
  secrets: Record<string, string>;
}

export const noCredentials: Credentials = { headers: {}, query: [], secrets: {} };

/** @throws AppError not_found where the secret is gone */
export async function credentialsOf(auth: SourceAuth, secrets: SecretGateway): Promise<Credentials> {
  // A sign-in by OAuth is asked for its token at each request.
  if (auth.type === "none" || auth.type === "oauth") return noCredentials;
  const value = await secrets.reveal(auth.secret);
  const known = { [auth.secret]: value };
  switch (auth.type) {
    case "bearer":
      return { headers: { authorization: `Bearer ${value}` }, query: [], secrets: known };
    case "header":
      return { headers: { [auth.name.toLowerCase()]: value }, query: [], secrets: known };
    case "query":
      return { headers: {}, query: [[auth.name, value]], secrets: known };
    case "basic": {
      const pair = Buffer.from(`${auth.username}:${value}`).toString("base64");
      return { headers: { authorization: `Basic ${pair}` }, query: [], secrets: { ...known, pair } };
    }
  }
}
