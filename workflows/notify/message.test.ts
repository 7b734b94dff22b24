import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { chatBodies, chats, type Message, plainText } from "./message";

const links = [
  { label: "Approve", url: "https://signalbox.test/a?x=1" },
  { label: "Look [closer]", url: "https://signalbox.test/b" },
];
const message: Message = { title: "A draft waits", text: "Is it ready?", links };

describe("a message as each chat takes it", () => {
  it("for Slack is text with bold title and named links", () => {
    expect(chatBodies.slack(message)).toEqual({
      text: "*A draft waits*\nIs it ready?\n<https://signalbox.test/a?x=1|Approve>\n<https://signalbox.test/b|Look [closer]>",
      unfurl_links: false,
    });
  });

  it("for Teams is a card with a button for each link", () => {
    expect(chatBodies.teams(message)).toMatchObject({
      type: "message",
      attachments: [
        {
          contentType: "application/vnd.microsoft.card.adaptive",
          content: {
            type: "AdaptiveCard",
            body: [
              { type: "TextBlock", text: "A draft waits", weight: "Bolder" },
              { type: "TextBlock", text: "Is it ready?", wrap: true },
            ],
            actions: [
              { type: "Action.OpenUrl", title: "Approve", url: "https://signalbox.test/a?x=1" },
              { type: "Action.OpenUrl", title: "Look [closer]", url: "https://signalbox.test/b" },
            ],
          },
        },
      ],
    });
  });

  it("for Discord is text with links that show no preview", () => {
    expect(chatBodies.discord(message)).toEqual({
      content:
        "**A draft waits**\nIs it ready?\n[Approve](<https://signalbox.test/a?x=1>)\n[Look closer](<https://signalbox.test/b>)",
      allowed_mentions: { parse: [] },
    });
  });

  it("as an e-mail is text with addresses to open", () => {
    expect(plainText(message)).toBe(
      "Is it ready?\n\nApprove: https://signalbox.test/a?x=1\n\nLook [closer]: https://signalbox.test/b",
    );
  });

  it.each([
    [{ title: "", text: "Only text" }, "Only text", "Only text"],
    [{ title: "Only a title", text: "" }, "*Only a title*", "**Only a title**"],
  ])("leaves out what is empty: %j", (given, slack, discord) => {
    expect(chatBodies.slack(given)).toMatchObject({ text: slack });
    expect(chatBodies.discord(given)).toMatchObject({ content: discord });
    expect(JSON.stringify(chatBodies.teams(given))).not.toContain('"text":""');
  });
});

const content = z.object({ content: z.string() });
const slackText = z.object({ text: z.string() });
const words = fc.string({ unit: "grapheme", maxLength: 60 });
const link = fc.record({ label: words, url: fc.webUrl({ withQueryParameters: true, withFragments: true }) });
const any = fc.record({
  title: words,
  text: fc.string({ unit: "grapheme", maxLength: 3_000 }),
  links: fc.array(link),
});

describe("whatever stands in a message", () => {
  it("fits into Discord, in whole characters, with whole links", () => {
    fc.assert(
      fc.property(any, (given) => {
        const sent = content.parse(chatBodies.discord(given)).content;
        expect(sent.length).toBeLessThanOrEqual(2_000);
        expect(sent.isWellFormed()).toBe(true);
      }),
    );
  });

  it("is cut for Discord before its links are", () => {
    const long = "word ".repeat(1_000);
    const sent = content.parse(chatBodies.discord({ ...message, text: long })).content;
    expect(sent).toHaveLength(2_000);
    expect(
      sent.endsWith(
        "…\n[Approve](<https://signalbox.test/a?x=1>)\n[Look closer](<https://signalbox.test/b>)",
      ),
    ).toBe(true);
  });

  it("gives way to a link, and a link too long for Discord to all others", () => {
    const far = { label: "Far", url: `https://signalbox.test/${"x".repeat(2_500)}` };
    const sent = content.parse(chatBodies.discord({ ...message, links: [far, ...links] })).content;
    expect(sent).toBe(content.parse(chatBodies.discord(message)).content);
    const wide = { label: "Wide", url: `https://signalbox.test/${"x".repeat(1_960)}` };
    expect(
      content.parse(chatBodies.discord({ ...message, links: [wide] })).content.length,
    ).toBeLessThanOrEqual(2_000);
  });

  it("is no markup of Slack's but our own: nobody is pinged, no link is forged", () => {
    fc.assert(
      fc.property(any, (given) => {
        const { text } = slackText.parse(chatBodies.slack(given));
        expect(text.match(/<[^>]*>/g) ?? []).toHaveLength(given.links.length);
        for (const [, url = ""] of text.matchAll(/<([^>|]*)\|/g)) expect(url).toMatch(/^https?:/);
      }),
    );
    expect(chatBodies.slack({ title: "", text: "<!channel> <https://evil.test|Approve>" })).toMatchObject({
      text: "&lt;!channel&gt; &lt;https://evil.test|Approve&gt;",
    });
  });

  it.each(["https://a.test/x|y", "https://a.test/<b>", "https://a.test/a b"])(
    "keeps an address whole between its brackets: %s",
    (url) => {
      const given = { title: "", text: "", links: [{ label: "Go", url }] };
      const { text } = slackText.parse(chatBodies.slack(given));
      const written = /^<([^|>]*)\|Go>$/.exec(text)?.[1] ?? "";
      expect(decodeURIComponent(written)).toBe(url);
      expect(content.parse(chatBodies.discord(given)).content).toBe(`[Go](<${written}>)`);
    },
  );

  it("pings nobody on Discord, and is plain JSON everywhere", () => {
    fc.assert(
      fc.property(any, fc.constantFrom(...chats), (given, chat) => {
        const body = chatBodies[chat](given);
        expect(JSON.parse(JSON.stringify(body))).toEqual(body);
      }),
    );
    expect(chatBodies.discord({ title: "@everyone", text: "<@123>" })).toMatchObject({
      allowed_mentions: { parse: [] },
    });
  });
});
