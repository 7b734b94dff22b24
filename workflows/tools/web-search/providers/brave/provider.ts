import { z } from "zod";
import type { SearchProvider } from "../provider";

const answerSchema = z.object({
  // Without results there is no “web”.
  web: z
    .object({
      results: z.array(z.object({ title: z.string(), url: z.string(), description: z.string().nullish() })),
    })
    .optional(),
});

export const brave: SearchProvider = {
  needs: "key",
  request({ query, count, key }) {
    const url = new URL("https://api.search.brave.com/res/v1/web/search");
    url.searchParams.set("q", query);
    url.searchParams.set("count", String(count));
    return {
      method: "GET",
      url: url.href,
      headers: { accept: "application/json", "x-subscription-token": key ?? "" },
    };
  },
  read(answer) {
    const { web } = answerSchema.parse(answer);
    return (web?.results ?? []).map(({ title, url, description }) => ({
      title: plain(title),
      url,
      text: plain(description ?? ""),
    }));
  },
};

/** It marks the words that were found. */
const plain = (text: string) => text.replace(/<\/?strong>/g, "");
