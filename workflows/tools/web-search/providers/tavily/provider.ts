import { z } from "zod";
import type { SearchProvider } from "../provider";

const answerSchema = z.object({
  results: z.array(z.object({ title: z.string(), url: z.string(), content: z.string() })),
});

export const tavily: SearchProvider = {
  needs: "key",
  request: ({ query, count, key }) => ({
    method: "POST",
    url: "https://api.tavily.com/search",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ query, max_results: count }),
  }),
  read: (answer) =>
    answerSchema.parse(answer).results.map(({ title, url, content }) => ({ title, url, text: content })),
};
