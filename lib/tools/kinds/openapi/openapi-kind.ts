import type { SourceSettings } from "@/lib/api/contract/tools";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import { isUnsafe } from "@/workflows/http/methods";
import { refuseBadStatus } from "@/workflows/http/read-answer";
import { redact } from "@/workflows/http/secrets.server";
import { noCredentials } from "../../credentials";
import type { Reach, SourceKind } from "../kind";
import { readCatalogue } from "./offers";
import { planSchema } from "./plan";
import { requestOf } from "./request";

const fetchMs = 30_000;
const largestDescription = 16 * 1024 * 1024;
/** More than a model can make something of. */
const largestAnswer = 200_000;

/** APIs that an OpenAPI description tells of. */
export const openapiKind: SourceKind = {
  kind: "openapi",
  check({ address }) {
    if (address) return;
    throw new AppError("invalid_input", "The description names no server. Enter the address of the API.", {
      field: "address",
    });
  },
  async discover(settings, document, reach) {
    const text = document ?? (await fetchDescription(settings, reach));
    return readCatalogue(text, settings.describedAt);
  },
  async call({ address }, tool, { args, callKey, signal, timeoutMs }, { http, credentials }) {
    const plan = planSchema.parse(tool.plan);
    const { headers, ...request } = requestOf(plan, address ?? "", args, credentials);
    const key: Record<string, string> = isUnsafe(plan.method) ? { "idempotency-key": callKey } : {};
    try {
      const answer = await http.send({
        ...request,
        headers: { ...key, ...headers },
        timeoutMs,
        maxBytes: largestAnswer,
        signal,
      });
      refuseBadStatus(answer);
      return (
        redact(answer.body, credentials.secrets) ||
        `The server answered with status ${answer.status} and nothing else.`
      );
    } catch (error) {
      throw withoutSecrets(error, credentials.secrets);
    }
  },
};

async function fetchDescription(settings: SourceSettings, { http, credentials }: Reach): Promise<string> {
  const { describedAt, address } = settings;
  if (!describedAt) {
    throw new AppError("invalid_input", "Paste the description, or enter the address where it stands.", {
      field: "describedAt",
    });
  }
  // Whoever keeps the description need not be who is called: only the API itself learns what it knows us by.
  const own = address !== null && new URL(address).origin === new URL(describedAt).origin;
  const { headers, query, secrets } = own ? credentials : noCredentials;
  const url = new URL(describedAt);
  for (const [name, value] of query) url.searchParams.set(name, value);
  try {
    const answer = await http.send({
      method: "GET",
      url: url.href,
      headers: { accept: "application/json, application/yaml, text/yaml, */*;q=0.5", ...headers },
      timeoutMs: fetchMs,
      maxBytes: largestDescription,
      signal: AbortSignal.timeout(fetchMs),
    });
    refuseBadStatus(answer);
    return answer.body;
  } catch (error) {
    throw withoutSecrets(error, secrets);
  }
}

function withoutSecrets(error: unknown, secrets: Record<string, string>): unknown {
  if (!isAppError(error)) return error;
  const message = redact(error.message, secrets);
  return message === error.message ? error : new AppError(error.code, message, error.details);
}
