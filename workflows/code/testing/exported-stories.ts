import {
  branch,
  count,
  type Drawing,
  draw,
  end,
  mark,
  node,
  start,
  text,
  trail,
} from "@/workflows/compile/testing/draw";
import type { Channel } from "@/workflows/graph/channel";
import type { JsonObject } from "@/workflows/graph/json";
import { anything, keptAndComing } from "./kept-and-coming";

const messages: Channel = { type: "messages", reducer: "messages" };
const set = (assignments: Record<string, string>, policy = {}, title = "Set") =>
  node(
    "set-state",
    { assignments: Object.entries(assignments).map(([channel, value]) => ({ channel, value })) },
    policy,
    title,
  );

const asked = { model: "offline/offline" };
const shape: JsonObject = { type: "object", properties: { a: { type: "string" } }, required: ["a"] };
const handler = () =>
  node("error-handler", {
    cases: [
      { id: "wrong", label: "Wrong", kind: "invalid" },
      { id: "own", label: "Own", kind: "codes", codes: "enough" },
    ],
    output: "why",
  });

const reducers: Record<string, Channel> = {
  replaced: { type: "any", reducer: "replace", default: { a: [1] } },
  appended: { type: "array", reducer: "append", default: ["first"] },
  merged: { type: "object", reducer: "merge", default: { kept: true } },
  added: { type: "number", reducer: "add" },
  united: { type: "array", reducer: "union", default: [1] },
  first: { type: "any", reducer: "first", default: "nobody" },
  most: { type: "number", reducer: "max" },
};
const writeAll = (n: number) =>
  set({
    appended: `[${n}]`,
    merged: `{"n${n}": ${n}}`,
    added: `${n}.5`,
    united: `[${n}, 1]`,
    first: `"${n}"`,
    most: `${n}`,
  });

/** Corners that templates and samples leave out: what is drawn, and the input. */
export const corners: Record<string, [Drawing, JsonObject]> = {
  "every reducer, written in parallel": [
    {
      channels: reducers,
      nodes: { start: start(), a: writeAll(2), b: writeAll(3), z: writeAll(1), end: end() },
      edges: ["start > a", "start > b", "a > z", "b > z", "z > end"],
    },
    {},
  ],
  "names that mean something in JavaScript": [
    {
      channels: { trail, constructorName: text, text },
      nodes: {
        start: start("text"),
        new: mark("new"),
        text: mark("text"),
        "a-b": mark("a-b"),
        aB: mark("aB"),
        ab: mark("ab"),
        constructor: branch({ toString: 'text == "go"' }),
        evaluate: mark("evaluate"),
        trail: set(
          { constructorName: "text", trail: 'text("$" + "{x} `" + text)' },
          {},
          "A */ title\nof two lines",
        ),
        end: end(),
      },
      edges: [
        "start > new",
        "start > text",
        "new > a-b",
        "text > aB",
        "a-b > ab",
        "aB > ab",
        "ab > constructor",
        "constructor.toString > evaluate x2",
        "constructor.else > trail",
        "evaluate > constructor",
        "constructor.limit > trail",
        "trail > end",
      ],
    },
    { text: "go" },
  ],
  ...keptAndComing,
  "a cap without a way out": [
    {
      channels: { trail },
      nodes: { start: start(), a: mark("a"), b: mark("b"), end: end() },
      edges: ["start > a", "a > b x2", "b > a"],
    },
    {},
  ],
  "failures that are told by the error port": [
    {
      channels: { answer: anything, trail, n: count },
      nodes: {
        start: start(),
        bad: set({ answer: "[1].filter(x, x.y > 2)" }, { onError: "port" }, "Bad"),
        wrong: set(
          { n: '"no number"' },
          { onError: "port", retry: { maxAttempts: 2, initialIntervalMs: 0 } },
        ),
        tell: set({ trail: "error" }, {}, "Tell"),
        end: end(),
      },
      edges: [
        "start > bad",
        "bad > end",
        "bad.error > wrong",
        "wrong > end",
        "wrong.error > tell",
        "tell > end",
      ],
    },
    {},
  ],
  "a failure that nobody takes": [
    {
      channels: { answer: anything },
      nodes: { start: start(), bad: set({ answer: "1 / 0" }, {}, "Bad"), end: end() },
      edges: ["start > bad", "bad > end"],
    },
    {},
  ],
  "a stop that nobody takes": [
    {
      channels: { text },
      nodes: {
        start: start("text"),
        stop: node("stop-with-error", { message: "There is no “{{ text }}”.", code: "unknown" }, {}, "Stop"),
        end: end(),
      },
      edges: ["start > stop"],
    },
    { text: "it" },
  ],
  "stops and failures told apart by an error handler": [
    {
      channels: { trail, why: anything },
      nodes: {
        start: start(),
        bad: set({ why: "1 / 0" }, { onError: "port" }, "Bad"),
        first: handler(),
        stop: node("stop-with-error", { message: "Enough.", code: "enough" }, { onError: "port" }, "Stop"),
        second: handler(),
        after: mark("after"),
        end: end(),
      },
      edges: [
        "start > bad",
        "bad > end",
        "bad.error > first",
        "first.wrong > stop",
        "first.own > end",
        "first.else > end",
        "stop.error > second",
        "second.own > after",
        "second.wrong > end",
        "second.else > end",
        "after > end",
      ],
    },
    {},
  ],
  "a conversation, expressions over it, and long prompts": [
    {
      channels: { messages, answer: text, seen: anything, trail },
      nodes: {
        start: start("messages"),
        ask: node("model", {
          model: "offline/offline",
          system: "Be {{ size(messages) > 5 ? 'short' : 'kind' }}.",
          messages: "messages",
          prompt:
            "Several\n  lines with `ticks`, \\{{ braces }} and $" +
            "{dollars}:\n{{ last(messages).content }}",
          output: "answer",
          temperature: 0.5,
        }),
        look: set({ seen: "messages.map(m, m.role)", trail: "answer", messages: '"Said: " + answer' }),
        end: end("messages"),
      },
      edges: ["start > ask", "ask > look", "look > end"],
    },
    { messages: "Hello" },
  ],
  "a model that looks at a picture": [
    {
      channels: { photo: text, answer: text },
      nodes: {
        start: start("photo"),
        look: node("model", { ...asked, prompt: "What is it?", attachments: "photo", output: "answer" }),
        end: end("answer"),
      },
      edges: ["start > look", "look > end"],
    },
    { photo: "data:image/png;base64,aGk=" },
  ],
  "models that vote, judge by port and guard": [
    {
      channels: { text, answer: text, found: anything, checked: text, why: anything, trail },
      nodes: {
        start: start("text"),
        vote: node("model", { ...asked, prompt: "{{ text }}", output: "answer", samples: 3, temperature: 1 }),
        voteShape: node(
          "model",
          {
            ...asked,
            prompt: "{{ text }}",
            output: "found",
            format: "json",
            schema: shape,
            samples: 3,
            voteField: "a",
          },
          { onError: "port" },
        ),
        sort: node("classify", {
          ...asked,
          text: "{{ text }}",
          instructions: "Mind {{ text }}.",
          byPort: true,
          labels: ["One", "Two"].map((label) => ({ id: label.toLowerCase(), label, description: "" })),
        }),
        guard: node("guardrail", {
          text: "{{ text }}",
          target: "checked",
          findings: "why",
          personal: [{ kind: "email", action: "hash" }],
          toxicity: true,
        }),
        after: mark("after"),
        end: end(),
      },
      edges: [
        "start > vote",
        "vote > voteShape",
        "voteShape > sort",
        "voteShape.error > sort",
        "sort.one > end",
        "sort.two > end",
        "sort.else > guard",
        "guard.passed > end",
        "guard.blocked > after",
        "after > end",
      ],
    },
    { text: "Write to ada@example.com" },
  ],
  "an extract that does not fit": [
    {
      channels: { text, found: anything },
      nodes: {
        start: start("text"),
        read: node("extract", { ...asked, text: "{{ text }}", schema: shape, output: "found" }),
        end: end("found"),
      },
      edges: ["start > read", "read > end"],
    },
    { text: "Nothing" },
  ],
  "an agent with tools of every kind": [
    {
      channels: { question: text, answer: text },
      nodes: {
        start: start("question"),
        agent: node("agent", {
          model: "offline/offline",
          system: "Calculate.\nBe exact.",
          prompt: "{{ question }}",
          output: "answer",
          maxToolCalls: 3,
          tools: [
            { type: "calculator", attempts: 2, config: {} },
            { type: "current-time", config: { timezone: "Europe/Berlin" } },
            {
              type: "code",
              config: {
                name: "count-words",
                purpose: "Counts\nwords.",
                parameters: { type: "object", properties: { text: { type: "string" } }, required: ["text"] },
                code: "return args.text.split(' ').length;",
              },
            },
            {
              type: "http-request",
              config: {
                name: "weather",
                purpose: "Weather.",
                method: "POST",
                url: "https://api.test/{{ city }}?key={{ secrets.TOKEN }}",
                parameters: [{ name: "city", description: "City", required: false }],
                headers: [{ name: "X-Key", value: "{{ secrets.TOKEN }}" }],
                body: "arguments",
              },
            },
            { type: "agent", config: { slug: "other", purpose: "Knows orders." } },
            { type: "imported", config: { tool: { id: "tool_1", name: "cancel_order" } } },
            { type: "units", config: {} },
            { type: "random", config: {} },
            { type: "date", config: { timezone: "UTC" } },
            { type: "web-search", config: { provider: "brave", secret: "TOKEN" } },
            { type: "read-page", config: { hosts: "docs.test" } },
          ],
        }),
        end: end("answer"),
      },
      edges: ["start > agent", "agent > end"],
    },
    { question: "What is (12.5 + 3) * 4?" },
  ],
  "requests with all parts": [
    {
      channels: { id: text, answer: anything, status: count },
      nodes: {
        start: start("id"),
        send: node("http", {
          method: "POST",
          url: "https://echo.test/{{ id }}?token={{ secrets.TOKEN }}",
          query: [{ name: "q", value: "{{ upper(id) }}" }],
          headers: [{ name: "X-Id", value: "{{ id }}" }],
          body: "json",
          content: '{"id": {{ json(id) }}}',
          output: "answer",
          statusChannel: "status",
          failOnStatus: false,
        }),
        end: end("answer"),
      },
      edges: ["start > send", "send > end"],
    },
    { id: "a/b c" },
  ],
  "code that writes several channels, and code that fails": [
    {
      channels: { words: trail, count, answer: anything },
      nodes: {
        start: start("words"),
        many: node("code", {
          code: "const { words } = state;\nwords.push('mine');\nreturn { count: words.length, answer: { words } };",
          writes: "keys",
          outputs: ["count", "answer"],
        }),
        broken: node(
          "code",
          { code: 'throw new Error("Nothing to do");', output: "answer" },
          { onError: "port" },
          "Broken",
        ),
        told: set({ answer: "error.code + error.node" }),
        end: end(),
      },
      edges: ["start > many", "many > broken", "broken > end", "broken.error > told", "told > end"],
    },
    { words: ["one", "two"] },
  ],
};

/** The corners as documents with input. */
export const cornerDocuments = Object.entries(corners).map(
  ([name, [drawing, input]]) => [name, draw(drawing), input] as const,
);
