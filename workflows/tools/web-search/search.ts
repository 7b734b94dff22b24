import { AppError } from "@/workflows/errors/app-error";
import type { HttpAnswer } from "@/workflows/http/http-call";
import { refuseBadStatus } from "@/workflows/http/read-answer";
import type { SearchHit, SearchRequest } from "./providers/provider";
import { type SearchProviderName, searchProviders } from "./providers/registry";

export interface SearchSettings {
  provider: SearchProviderName;
  address: string;
  count: number;
}

/** As much of a result as tells whether to read the page. */
const longestText = 1_000;

/** Asks a search service and gives its results as a text. @throws AppError http_failed, and what sending throws */
export async function searchWeb(
  { provider, address, count }: SearchSettings,
  query: string,
  key: string | undefined,
  send: (request: SearchRequest) => Promise<HttpAnswer>,
): Promise<string> {
  const service = searchProviders[provider];
  const answer = await send(service.request({ query, count, key, address }));
  refuseBadStatus(answer);
  const hits = readHits(answer.body, (body) => service.read(body)).slice(0, count);
  if (hits.length === 0) return `Nothing was found for “${query}”.`;
  return hits.map(hitText).join("\n\n");
}

function readHits(body: string, read: (answer: unknown) => SearchHit[]): SearchHit[] {
  try {
    return read(JSON.parse(body));
  } catch (cause) {
    throw new AppError(
      "http_failed",
      "The search service answered in a way that cannot be read.",
      { hint: "Check its address. A SearXNG must allow the format json in its settings." },
      { cause },
    );
  }
}

function hitText({ title, url, text }: SearchHit, index: number): string {
  return [`${index + 1}. ${title}`, url, text.slice(0, longestText)].filter(Boolean).join("\n");
}
