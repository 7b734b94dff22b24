/** A place in a text that looks like a secret. */
export interface FoundSecret {
  /** What it looks like, e.g. “an OpenAI key”. */
  what: string;
  start: number;
  end: number;
}

interface Shape {
  what: string;
  /** The group `secret` is the part that would have to be replaced; `body` the part that chance has made. */
  pattern: RegExp;
  /** The shape alone is no proof, as of whatever follows “password=”. */
  needsChance?: boolean;
}

const letter = "[A-Za-z0-9]";

/** As their makers document them; the more telling ones first. */
const shapes: readonly Shape[] = [
  {
    what: "a private key",
    pattern:
      /(?<secret>-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----(?:\s|\\n)*(?<body>[A-Za-z0-9+/=]{20,})(?:[^-]*-----END (?:[A-Z]+ )*PRIVATE KEY-----)?)/,
  },
  {
    what: "a signed token (JWT)",
    pattern: /(?<secret>\beyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.(?<body>[\w-]{8,}))/,
  },
  { what: "an Anthropic key", pattern: /(?<secret>\bsk-ant-(?<body>[\w-]{20,}))/ },
  { what: "a Stripe key", pattern: new RegExp(`(?<secret>\\b[rs]k_(?:live|test)_(?<body>${letter}{16,}))`) },
  { what: "an OpenAI key", pattern: /(?<secret>\bsk-(?:proj-|svcacct-|admin-)?(?<body>[\w-]{20,}))/ },
  { what: "a GitHub token", pattern: new RegExp(`(?<secret>\\bgh[pousr]_(?<body>${letter}{30,}))`) },
  { what: "a GitHub token", pattern: /(?<secret>\bgithub_pat_(?<body>\w{22,}))/ },
  { what: "a GitLab token", pattern: /(?<secret>\bglpat-(?<body>[\w-]{20,}))/ },
  { what: "an AWS access key", pattern: /(?<secret>\b(?:AKIA|ASIA)(?<body>[A-Z0-9]{16})\b)/ },
  { what: "a Slack token", pattern: /(?<secret>\bxox[abeoprs]-(?<body>[A-Za-z0-9-]{10,}))/ },
  { what: "a Google key", pattern: /(?<secret>\bAIza(?<body>[\w-]{35})(?![\w-]))/ },
  { what: "a Hugging Face token", pattern: new RegExp(`(?<secret>\\bhf_(?<body>${letter}{30,}))`) },
  {
    what: "an access token",
    pattern: /\b(?:bearer|basic)\s+(?<secret>(?<body>[A-Za-z0-9._~+/=-]{16,}))/i,
    needsChance: true,
  },
  {
    what: "a password in an address",
    pattern: /:\/\/[^\s/:@]+:(?<secret>(?<body>[^\s/@{}]{8,}))@/,
    needsChance: true,
  },
  {
    what: "a password or key",
    pattern:
      /(?:^|[^a-z])(?:password|passwd|pwd|secret|token|(?:api|access|private|secret)[_ -]?key)["']?\s*[:=]\s*["'`]?(?<secret>(?<body>[^\s"'`,;&(){}[\]<>.]{12,}))(?=$|[\s"'`,;&)}\]])/i,
    needsChance: true,
  },
];

const everywhere = shapes.map((shape) => ({
  ...shape,
  pattern: new RegExp(shape.pattern, `${shape.pattern.flags}g`),
}));

const placeholder =
  /your|example|sample|placeholder|change.?me|dummy|fake|redacted|insert|replace|xxx|\*\*\*|\.\.\.|…|123456|abcdef|(.)\1{4}/i;

/** The first thing in a text that looks like a secret; what stands in `{{ }}` is not part of the text. */
export function findSecret(text: string): FoundSecret | undefined {
  return secretsIn(withoutExpressions(text)).next().value ?? undefined;
}

/** Everything in a text that looks like a secret; a place may be found by several shapes. */
export function findSecrets(text: string): FoundSecret[] {
  return [...secretsIn(text)];
}

function* secretsIn(plain: string): Generator<FoundSecret, undefined> {
  for (const { what, pattern, needsChance } of everywhere) {
    for (const match of plain.matchAll(pattern)) {
      const { secret = "", body = "" } = match.groups ?? {};
      if (placeholder.test(body) || !looksRandom(body, needsChance === true)) continue;
      // The last one: a user may be called like the password.
      const start = match.index + match[0].lastIndexOf(secret);
      yield { what, start, end: start + secret.length };
    }
  }
  return undefined;
}

/** Expressions blanked out; one without an end stays, since a search for it from each opening would take too long. */
function withoutExpressions(text: string): string {
  let plain = "";
  let from = 0;
  for (let open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", from)) {
    const close = text.indexOf("}}", open);
    if (close < 0) break;
    plain += text.slice(from, open) + " ".repeat(close + 2 - open);
    from = close + 2;
  }
  return plain + text.slice(from);
}

/** Made by chance and not by a person: many different characters; where that has to prove it, of several kinds. */
function looksRandom(body: string, strict: boolean): boolean {
  const mixed = /\d/.test(body) && /[A-Za-z]/.test(body);
  return strict ? mixed && entropy(body) >= 3 : entropy(body) >= 2.5;
}

/** Bits for each character by Shannon's formula, from how often each character occurs. */
function entropy(text: string): number {
  const counts = [...Map.groupBy(text, (char) => char).values()].map((found) => found.length);
  return counts.reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
