import { describe, expect, it } from "vitest";
import { findSecret } from "./secret-shapes";

/** Put together here, so that no scanner takes this file for a leak. */
const random = "q7Zt4Xw9Lk2Pv8Rj3Ns6Hc1Yb5Md0Gf7Ta2Ue9";
const pem = (kind: string) => `-----BEGIN ${kind}PRIVATE KEY-----`;
const jwt = `eyJhbGciOiJIUzI1NiJ9.${"eyJzdWIiOiI0MiJ9"}.${random.slice(0, 24)}`;

describe("findSecret", () => {
  it.each<[what: RegExp, text: string]>([
    [/OpenAI/, `Use sk-${random} for it.`],
    [/OpenAI/, `sk-proj-${random}`],
    [/Anthropic/, `key sk-ant-api03-${random}`],
    [/GitHub/, `ghp_${random.slice(0, 36)}`],
    [/GitHub/, `github_pat_${random}`],
    [/GitLab/, `glpat-${random.slice(0, 20)}`],
    [/AWS/, `AKIA${random.slice(0, 16).toUpperCase()}`],
    [/Slack/, `xoxb-${random.slice(0, 24)}`],
    [/Google/, `AIza${random.slice(0, 35)}`],
    [/Stripe/, `sk_live_${random.slice(0, 24)}`],
    [/Hugging Face/, `hf_${random.slice(0, 34)}`],
    [/JWT/, `Authorization: ${jwt}`],
    [/private key/, `${pem("RSA ")}\nMIIEowIBAAKCAQEAq7Zt4Xw9Lk2P\n-----END RSA PRIVATE KEY-----`],
    [/private key/, `${pem("")}\\nMIIEowIBAAKCAQEAq7Zt4Xw9Lk2P`],
    [/access token/, `Bearer ${random.slice(0, 24)}`],
    [/access token/, "authorization: Basic dXNlcjpwYXNzd29yZA=="],
    [/password or key/, `password=${random.slice(0, 14)}`],
    [/password or key/, `api_key: "${random.slice(0, 20)}"`],
    [/password or key/, `const apiKey = '${random.slice(0, 20)}';`],
    [/password or key/, `https://api.example.com/?token=${random.slice(0, 16)}&page=2`],
    [/OpenAI/, `not sk-YOUR_KEY_GOES_HERE_1 but sk-${random}`],
    [/address/, `postgres://app:${random.slice(0, 12)}@db.internal/app`],
  ])("sees %s in %s", (what, text) => {
    const found = findSecret(text);
    expect(found?.what).toMatch(what);
    expect(text.slice(found?.start, found?.end)).toMatch(/\w{8}/);
    expect(findSecret(text.slice(0, found?.start) + text.slice(found?.end))).toBeUndefined();
  });

  it.each([
    "Bearer {{ secrets.TOKEN }}",
    "https://api.example.com/{{ secrets.KEY }}?token={{ secrets.TOKEN_2 }}",
    "sk-YOUR_KEY_GOES_HERE_1234",
    "sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "sk-...",
    "Replace sk-your-openai-key-goes-here1 by your own.",
    "AKIAIOSFODNN7EXAMPLE",
    "api_key=YOUR_API_KEY_123",
    "password: <your password here 1>",
    "password=changeme12345",
    "token = state.token",
    "const token = await login(user1, state.password2);",
    "The token: a word that counts 2 things",
    "max_tokens: 4096",
    "Bearer token authentication is used here",
    "Basic understanding of 20 things",
    "a risk-averse-and-very-long-hyphenated-word",
    "postgres://user:password@localhost/db",
    "Ask about task-0123-planning-in-detail",
    `${pem("")}\n(paste it here)`,
    "The order 20251121-AB-7741 belongs to ada@example.com.",
    "",
  ])("sees none in %s", (text) => {
    expect(findSecret(text)).toBeUndefined();
  });

  it("points at the password, also where the user is called like it", () => {
    const word = random.slice(0, 12);
    const text = `postgres://${word}:${word}@db.internal/app`;
    expect(findSecret(text)).toMatchObject({ start: text.lastIndexOf(word), end: text.indexOf("@") });
  });

  it("does not take long over any text", () => {
    const began = performance.now();
    for (const piece of [
      "sk-",
      "eyJ",
      "eyJ-",
      "eyJaaaaaaaa.",
      "://a:bbbbbbbb",
      "password=",
      "://a:",
      "Bearer ",
      pem(""),
      "A",
      "{{",
      'token: "',
    ]) {
      findSecret(piece.repeat(100_000 / piece.length));
    }
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
