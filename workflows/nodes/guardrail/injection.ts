/** A sign that a text wants to give orders to the model that reads it. */
interface Sign {
  name: string;
  pattern: RegExp;
  /** 2: hardly ever meant otherwise. 1: a hint, enough alone only where the strict level is chosen. */
  weight: 1 | 2;
}

const earlier = "(?:previous|prior|above|earlier|preceding|foregoing|initial|original|existing)";
const orders = "(?:instructions?|prompts?|directions?|directives?|rules|guidelines|commands?|context)";

/** Looked for in the text with its disguises taken off, in small letters. Every gap between words is bounded. */
const signs: readonly Sign[] = [
  {
    name: "tells the model to ignore its instructions",
    pattern: new RegExp(
      `\\b(?:ignore|disregard|forget|override|bypass|neglect|skip)\\b.{0,30}?\\b(?:${earlier}|system|your|safety|the)\\b.{0,20}?\\b${orders}\\b`,
    ),
    weight: 2,
  },
  {
    name: "tells the model to ignore its instructions",
    pattern:
      /\b(?:ignore|disregard|forget) (?:everything|all|anything) (?:above|before|you (?:were|have been) told|said so far)/,
    weight: 2,
  },
  {
    name: "tells the model to ignore its instructions",
    pattern:
      /\b(?:ignoriere|vergiss|missachte)\b.{0,30}\b(?:anweisungen|vorgaben|regeln|instruktionen)\b|\bignore[zr]? .{0,20}\b(?:instructions|consignes) (?:précédentes|ci-dessus)|\b(?:ignora|olvida) .{0,20}\binstrucciones (?:anteriores|previas)/,
    weight: 2,
  },
  {
    name: "asks for the hidden instructions",
    pattern:
      /\b(?:reveal|print|output|repeat|display|leak|show me|tell me|give me|write out|what (?:is|are|was|were))\b.{0,30}\b(?:your|the) (?:(?:full|entire|exact|secret|hidden|initial|original) )?(?:system|hidden|secret|initial|original|developer) ?(?:prompt|message|instructions)/,
    weight: 2,
  },
  {
    name: "gives the model another role",
    pattern:
      /\b(?:you are now|act as|pretend (?:to be|that you are|you are)|from now on you(?: are|'re)?|enter|switch to|enable)\b.{0,40}\b(?:dan|do anything now|developer mode|jailbr(?:eak|oken)|unrestricted|unfiltered|evil|without (?:any )?(?:rules|restrictions|limits|filters)|no (?:rules|restrictions|limits|filters)|god mode|admin mode|root access)\b/,
    weight: 2,
  },
  {
    name: "imitates a message of the system",
    pattern:
      /<\|(?:im_start|im_end|system|endoftext|eot_id|start_header_id)\|>|\[\/?inst\]|<<\/?sys>>|<\/?(?:system|assistant)>|^[ \t]*#{2,3} ?(?:system|new instructions?)\b/m,
    weight: 2,
  },
  {
    name: "imitates a message of the system",
    pattern: /^[ \t]*(?:system|assistant|developer)\s*:/m,
    weight: 1,
  },
  {
    name: "announces new instructions",
    pattern:
      /\b(?:new|updated|real|actual|additional) (?:system )?(?:instructions?|task|prompt|objective)\s*:/,
    weight: 1,
  },
  {
    name: "wants something kept from the user",
    pattern:
      /\b(?:do not|don't|never|without) (?:tell|telling|mention|mentioning|inform|informing|reveal|revealing|say|saying)\b.{0,25}\b(?:the )?(?:user|human|anyone|customer|this instruction)/,
    weight: 1,
  },
  {
    name: "wants data sent away",
    pattern:
      /!\[[^\]]{0,200}\]\(https?:\/\/[^)\s]{1,300}\?[^)\s]{0,500}=|\b(?:send|post|forward|upload|exfiltrate)\b.{0,40}\b(?:conversation|chat history|secrets?|credentials|api keys?|passwords?|system prompt)\b.{0,40}\b(?:to|at)\b/,
    weight: 2,
  },
  {
    name: "addresses the model that reads it",
    pattern:
      /\b(?:attention|note to|important|message (?:to|for)|if you are an?)\b.{0,15}\b(?:ai|llm|language model|assistant|chatbot|agent)s?\b/,
    weight: 1,
  },
  {
    name: "hides orders in an encoding",
    pattern: /\b(?:decode|base64|rot13|hex)\b.{0,60}\b(?:follow|execute|obey|do what|carry out|run)\b/,
    weight: 2,
  },
];

/** Characters without width, turns of direction, and the invisible letters of the block of tags. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\u{e0000}-\u{e007f}]/gu;
/** An emoji may be joined by one; a flag is spelled with a few tags. */
const fewInvisible = 12;

export type InjectionLevel = "usual" | "strict";

/** Names of the signs that a text gives orders to the model; empty where there are too few for the level. */
export function injectionSigns(text: string, level: InjectionLevel): string[] {
  const hidden = text.match(invisible)?.length ?? 0;
  const plain = undisguised(text);
  const found = signs.filter(({ pattern }) => pattern.test(plain));
  const weight = found.reduce((sum, sign) => sum + sign.weight, 0) + (hidden > fewInvisible ? 2 : 0);
  if (weight < (level === "strict" ? 1 : 2)) return [];
  const names = [
    ...found.map(({ name }) => name),
    ...(hidden > fewInvisible ? ["holds invisible letters"] : []),
  ];
  return [...new Set(names)];
}

/** Small letters that look like Latin ones and are not. */
const lookalikes: Readonly<Record<string, string>> = {
  а: "a",
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  у: "y",
  х: "x",
  і: "i",
  ѕ: "s",
  ո: "n",
  ο: "o",
  α: "a",
  ι: "i",
  ν: "v",
};

/** The text as a model reads it: full-width and curled letters are plain, invisible ones gone, s p a c e d ones joined. */
function undisguised(text: string): string {
  const plain = text.normalize("NFKC").replace(invisible, "").toLowerCase();
  const latin = plain.replace(/[аеорсухіѕոοαιν]/gu, (letter) => lookalikes[letter] ?? letter);
  return latin
    .replace(/(?<![a-z])(?:[a-z][ .\-_*]){4,60}[a-z](?![a-z])/g, (spaced) => spaced.replace(/[ .\-_*]/g, ""))
    .replace(/[ \t]+/g, " ");
}
