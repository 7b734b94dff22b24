import { createHmac } from "node:crypto";

/**
 * Headers by which a receiver knows who sent a webhook, when, and that nothing was changed, as Standard Webhooks has
 * it: HMAC-SHA256 over id, time and body. A secret that begins with `whsec_` is base64, others are taken as they are.
 */
export function signedHeaders(
  { id, body, secret }: { id: string; body: string; secret: string },
  now: number,
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1_000));
  const key = secret.startsWith("whsec_") ? Buffer.from(secret.slice("whsec_".length), "base64") : secret;
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
