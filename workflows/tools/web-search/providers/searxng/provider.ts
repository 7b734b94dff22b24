import { z } from "zod";
import type { SearchProvider } from "../provider";

const answerSchema = z.object({
  results: z.array(z.object({ title: z.string(), url: z.string(), content: z.string().nullish() })),
});

/** A SearXNG of one's own, whose settings allow the format json. It may stand behind a bearer token. */
export const searxng: SearchProvider = {
  needs: "address",
  request({ query, key, address }) {
    const url = new URL(`${address.replace(/\/+$/, "")}/search`);
    url.searchParams.set("q", query);
    url.searchParams.set("format", "json");
    const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {};
    return { method: "GET", url: url.href, headers };
  },
  read: (answer) =>
    answerSchema
      .parse(answer)
      .results.map(({ title, url, content }) => ({ title, url, text: content ?? "" })),
};
