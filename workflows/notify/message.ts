import type { Json } from "@/workflows/graph/json";

/** What people are told, whatever way it goes. */
export interface Message {
  title: string;
  text: string;
  /** Web addresses to open, each with a few words. */
  links?: readonly { label: string; url: string }[];
}

/** Chats that take messages at a web address of their own. */
export const chats = ["slack", "teams", "discord"] as const;
export type Chat = (typeof chats)[number];

/** What a chat takes, as its own documentation says. */
export const chatBodies: Record<Chat, (message: Message) => Json> = { slack, teams, discord };

/** Slack marks these three alone; what else looks like its markup is the author's wish. */
const slackText = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function slack({ title, text, links = [] }: Message): Json {
  const lines = [
    ...(title ? [`*${slackText(title)}*`] : []),
    slackText(text),
    ...links.map(({ label, url }) => `<${bracketed(url)}|${slackText(label).replaceAll("|", "¦")}>`),
  ];
  return { text: lines.filter(Boolean).join("\n"), unfurl_links: false };
}

/** An address between angle brackets, which none of its letters may end. */
const bracketed = (url: string) =>
  url.replaceAll("<", "%3C").replaceAll(">", "%3E").replaceAll("|", "%7C").replaceAll(/\s/g, "%20");

/** An adaptive card, as the workflows of Teams take it. */
function teams({ title, text, links = [] }: Message): Json {
  const block = (words: string, more: Record<string, Json> = {}) => ({
    type: "TextBlock",
    text: words,
    wrap: true,
    ...more,
  });
  const content = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    body: [
      ...(title ? [block(title, { weight: "Bolder", size: "Medium" })] : []),
      ...(text ? [block(text)] : []),
    ],
    actions: links.map(({ label, url }) => ({ type: "Action.OpenUrl", title: label, url })),
  };
  const contentType = "application/vnd.microsoft.card.adaptive";
  return { type: "message", attachments: [{ contentType, contentUrl: null, content }] };
}

const discordLimit = 2_000;

/** Nobody is pinged by what stands in a text, `@everyone` included. */
function discord({ title, text, links = [] }: Message): Json {
  const tail = fitting(
    links.map(({ label, url }) => `[${label.replaceAll(/[[\]]/g, "")}](<${bracketed(url)}>)`),
    discordLimit,
  );
  const head = [...(title ? [`**${title}**`] : []), ...(text ? [text] : [])].join("\n");
  const room = discordLimit - (tail ? tail.length + 1 : 0);
  const content = [shortened(head, room), tail].filter(Boolean).join("\n");
  return { content, allowed_mentions: { parse: [] } };
}

/** As many of the lines as there is room for: half a link leads nowhere. */
function fitting(lines: readonly string[], room: number): string {
  return lines.reduce((text, line) => {
    const longer = text ? `${text}\n${line}` : line;
    return longer.length <= room ? longer : text;
  }, "");
}

/** Cut between characters, not inside of one. */
function shortened(text: string, room: number): string {
  if (text.length <= room) return text;
  return room < 1 ? "" : `${text.slice(0, room - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** The same as the text of an e-mail. */
export function plainText({ text, links = [] }: Message): string {
  return [text, ...links.map(({ label, url }) => `${label}: ${url}`)].filter(Boolean).join("\n\n");
}
