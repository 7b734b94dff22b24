import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ZodError } from "zod";
import { json } from "@/workflows/graph/testing/arbitraries";
import { searchWeb } from "../search";
import { searchProviderNames, searchProviders } from "./registry";

const question = { query: "cheese", count: 5, key: "the-key", address: "https://search.test/base/" };

/** The query as a server reads it, from the address or the body. */
function queryIn({ url, body }: { url: string; body?: string }): unknown {
  return body === undefined ? new URL(url).searchParams.get("q") : JSON.parse(body).query;
}

/** What a person reads of an answer, whatever it is. */
async function told(provider: (typeof searchProviderNames)[number], body: string, status = 200) {
  const answer = { status, url: "https://search.test/", headers: {}, body };
  const settings = { provider, address: question.address, count: 3 };
  try {
    return await searchWeb(settings, "cheese", "the-key", async () => answer);
  } catch (error) {
    return error;
  }
}

describe.each(searchProviderNames)("the search service %s", (name) => {
  const provider = searchProviders[name];

  it("reads the very words that were searched for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (query) => {
        fc.pre(query.isWellFormed());
        expect(queryIn(provider.request({ ...question, query }))).toBe(query);
      }),
    );
  });

  it("gets its key in a header and nowhere else, over https where it is not one's own", () => {
    const { url, headers, body } = provider.request(question);
    expect(Object.values(headers).some((value) => value.includes("the-key"))).toBe(true);
    expect(url + (body ?? "")).not.toContain("the-key");
    expect(new URL(url).protocol).toBe("https:");
  });

  it("asks the author's server where it is one's own, and never another", () => {
    const { hostname } = new URL(provider.request(question).url);
    expect(hostname === "search.test").toBe(provider.needs === "address");
  });

  it("answers with results or is not understood, whatever JSON comes", () => {
    fc.assert(
      fc.property(json, (answer) => {
        const outcome = outcomeOf(() => provider.read(answer));
        expect(Array.isArray(outcome) || outcome instanceof ZodError).toBe(true);
      }),
    );
  });

  it.each([
    ["a page", "<html>Sign in</html>", 200, /cannot be read/],
    ["nothing", "", 200, /cannot be read/],
    ["a list", "[]", 200, /cannot be read/],
    ["a refusal", "no", 403, /status 403: no/],
    ["a rest", "slow down", 429, /status 429/],
    ["its own failure", "", 502, /status 502/],
  ])("that answers with %s is a problem in words", async (_, body, status, words) => {
    expect(await told(name, body, status)).toMatchObject({
      code: "http_failed",
      message: expect.stringMatching(words),
    });
  });
});

/** An answer of each service with these pages. */
const pages = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const text = `About ${index}`;
    return { title: `T${index}`, url: `https://a.test/${index}`, description: text, content: text, text };
  });
const answers = {
  searxng: (count: number) => ({ results: pages(count) }),
  tavily: (count: number) => ({ results: pages(count) }),
  brave: (count: number) => ({ web: { results: pages(count) } }),
  exa: (count: number) => ({ results: pages(count) }),
};

it.each(searchProviderNames)(
  "%s tells the model the same of the same pages, and no more than wanted",
  async (name) => {
    expect(await told(name, JSON.stringify(answers[name](2)))).toBe(
      "1. T0\nhttps://a.test/0\nAbout 0\n\n2. T1\nhttps://a.test/1\nAbout 1",
    );
    expect(String(await told(name, JSON.stringify(answers[name](9)))).match(/^\d\. /gm)).toHaveLength(3);
    expect(await told(name, JSON.stringify(answers[name](0)))).toBe("Nothing was found for “cheese”.");
  },
);

function outcomeOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
