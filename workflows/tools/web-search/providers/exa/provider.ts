import { z } from "zod";
import type { SearchProvider } from "../provider";

const answerSchema = z.object({
  results: z.array(z.object({ title: z.string().nullish(), url: z.string(), text: z.string().nullish() })),
});

/** As much of each page as tells whether to read it. */
const maxCharacters = 600;

export const exa: SearchProvider = {
  needs: "key",
  request: ({ query, count, key }) => ({
    method: "POST",
    url: "https://api.exa.ai/search",
    headers: { "x-api-key": key ?? "", "content-type": "application/json" },
    body: JSON.stringify({ query, numResults: count, contents: { text: { maxCharacters } } }),
  }),
  read: (answer) =>
    answerSchema
      .parse(answer)
      .results.map(({ title, url, text }) => ({ title: title ?? url, url, text: text?.trim() ?? "" })),
};
